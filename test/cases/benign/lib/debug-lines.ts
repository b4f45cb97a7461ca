interface Line {
  name: string;
  url: string;
  status?: number;
}

const MOST = 200;
const debugLines: Line[] = [];

export function addLine(line: Line): void {
  debugLines.push(line);
  if (debugLines.length > MOST) debugLines.splice(0, debugLines.length - MOST);
  console.log('[debug]', line.name, line.url, line.status ?? '');
}

export const lines = () => debugLines;
