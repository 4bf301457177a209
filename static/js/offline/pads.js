/* The boxes to sign in: that of the unit's head, and one for each officer. */

import { $, copy } from "./dom.js";

export const fit = (canvas) => {
  const ratio = Math.max(window.devicePixelRatio || 1, 1);
  const { width, height } = canvas.getBoundingClientRect();
  Object.assign(canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
  canvas.getContext("2d").scale(ratio, ratio);
};

const openPad = ({ key }, row, drawn, save) => {
  const canvas = $("canvas", row);
  fit(canvas);
  const pad = new SignaturePad(canvas, { penColor: "#10294b" });
  if (drawn[key]) pad.fromDataURL(drawn[key]);
  pad.addEventListener("endStroke", () => {
    drawn[key] = pad.toDataURL();
    save();
  });
  $("[data-clear]", row).onclick = () => {
    delete drawn[key];
    pad.clear();
    save();
  };
};

/* `drawn` keeps the picture of each officer by the name of his field, as the server's form takes it. */
export const openPads = (place, officers, drawn, save) => {
  const rows = officers.map(({ key, name }) => {
    const row = copy("pad", { name });
    const label = $(".lab", row);
    label.id = `${key}-label`;
    $("canvas", row).setAttribute("aria-labelledby", label.id);
    return row;
  });
  place.replaceChildren(...rows);
  officers.forEach((officer, index) => openPad(officer, rows[index], drawn, save));
};
