"""Put many PDF files of the typesetting engine together into one volume."""
