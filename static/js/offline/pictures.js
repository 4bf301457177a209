/* What the server would refuse of a picture is said while it can still be taken again. */

const LIMIT = 20 * 1024 * 1024; // bytes, as in files/checks.py
const SIGNATURES = [[0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]]; // JPG, PNG

const FILE_TYPE = "ftyp"; // in the bytes 4 to 7 of HEIC and its kin
const AS_JPEG = "是 HEIC 照片，没有保存：别的电脑和归档软件打不开。"
  + "苹果手机请在“设置—相机—格式”里选“兼容性最佳”，再重拍。";

/* Why the picture cannot be kept; "" when it can. */
export const unfit = async (file) => {
  if (!file.size || file.size > LIMIT) return `${file.name}是空文件或者超过 20 MB，没有保存，请重拍。`;
  const head = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  const known = SIGNATURES.some((bytes) => bytes.every((byte, place) => head[place] === byte));
  if (String.fromCharCode(...head.slice(4)) === FILE_TYPE) return `${file.name}${AS_JPEG}`;
  return known ? "" : `${file.name}不是 JPG、PNG 图片，没有保存，请用 JPG 格式重拍。`;
};
