const metrics = {
  total: 0,
  hitRate: 0,
  responseTimes: [] as number[],
  recentErrors: [] as { route: string; message: string }[],
  lastReset: new Date().toISOString(),
};

export function measured(route: string, ms: number, error?: Error): void {
  metrics.total++;
  metrics.responseTimes.push(ms);
  if (metrics.responseTimes.length > 1000) metrics.responseTimes.shift();
  if (error) metrics.recentErrors.unshift({ route, message: error.message });
}

export function resetMetrics(): { at: string } {
  metrics.total = 0;
  metrics.responseTimes = [];
  metrics.recentErrors = [];
  metrics.lastReset = new Date().toISOString();
  return { at: metrics.lastReset };
}

export const report = () => ({ ...metrics, slowest: Math.max(...metrics.responseTimes) });
