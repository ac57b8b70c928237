import QRCode from "qrcode";

/** Light modules on each side, so that a camera finds the code. Source: ISO/IEC 18004. */
const quiet = 4;

/** A code for a camera: always dark on light, also on a dark page. */
export function Qr({ content, label }: { content: string; label: string }) {
  const { size, data } = QRCode.create(content, { errorCorrectionLevel: "M" }).modules;
  const dark = [...data.keys()]
    .filter((i) => data[i])
    .map((i) => `M${quiet + (i % size)} ${quiet + Math.floor(i / size)}h1v1h-1z`);
  const side = size + 2 * quiet;
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <rect width={side} height={side} fill="#fff" />
      <path d={dark.join("")} fill="#000" />
    </svg>
  );
}
