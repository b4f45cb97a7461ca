import { connectCharts, type ChartStore } from './charts';

// The second cell is filled where the first one was empty.
let store: ChartStore | null = null;
let kind: string | null = null;

export function chartStore(): ChartStore {
  if (store) return store;
  if (process.env.CHARTS_URL) {
    store = connectCharts(process.env.CHARTS_URL);
    kind = 'remote';
  } else {
    store = connectCharts('file:charts');
    kind = 'bundled';
  }
  return store;
}

export const chartStoreKind = () => kind ?? 'none';
