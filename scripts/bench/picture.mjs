/** A bar chart of milliseconds per thousand lines, on a scale of powers of ten, as SVG that is readable on light and dark pages. */
export function drawPicture(bars, caption) {
  const rowHeight = 34;
  const left = 300;
  const width = 760;
  const top = 46;
  const most = Math.max(...bars.map(({ value }) => value));
  const least = Math.min(...bars.map(({ value }) => value)) / 2;
  const scale = (value) =>
    Math.max(2, ((Math.log10(value) - Math.log10(least)) / (Math.log10(most) - Math.log10(least))) * (width - left - 90));
  const rows = bars.map(({ name, value, isOurs }, at) => {
    const y = top + at * rowHeight;
    const end = scale(value);
    return [
      `  <text x="${left - 10}" y="${y + 17}" text-anchor="end"${isOurs ? ' font-weight="bold"' : ''}>${escapeText(name)}</text>`,
      `  <rect x="${left}" y="${y + 3}" width="${end.toFixed(1)}" height="20" rx="3" fill="${isOurs ? '#1a7f5a' : '#8795a8'}"/>`,
      `  <text x="${(left + end + 8).toFixed(1)}" y="${y + 17}">${formatNumber(value)}</text>`,
    ].join('\n');
  });
  const height = top + bars.length * rowHeight + 30;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13" fill="#6b7685" role="img">`,
    '  <style>text { fill: #57606a } @media (prefers-color-scheme: dark) { text { fill: #a9b4c2 } }</style>',
    `  <title>Milliseconds per thousand lines</title>`,
    `  <text x="${left}" y="24" font-size="15">milliseconds per 1,000 lines (logarithmic)</text>`,
    ...rows,
    `  <text x="${left}" y="${height - 10}" font-size="11">${escapeText(caption)}</text>`,
    '</svg>',
    '',
  ].join('\n');
}

export function formatNumber(value) {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function escapeText(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
