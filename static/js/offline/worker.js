/* Serves the offline page and what it loads from the cache that the preparation filled.
   It puts nothing into the cache itself, so no page with anybody's data can get there. */
"use strict";

const KEPT = "offline-shell"; // as in shell.js
const WAY = { cacheName: KEPT, ignoreSearch: true, ignoreVary: true };

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  if (!event.request.destination) return; // what the page asks of the server goes there directly
  event.respondWith(caches.match(event.request, WAY).then((found) => found ?? fetch(event.request)));
});
