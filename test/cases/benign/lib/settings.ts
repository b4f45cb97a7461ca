import { PassThroughSettings, type Settings } from './settings-source';

const layers: Settings[] = [];

namespace Layers {
  export function add(layer: Settings): void {
    layers.push(layer);
  }
}

Layers.add({ currency: 'EUR', decimals: 2 });
if (process.env.REGION === 'ch') Layers.add({ currency: 'CHF', decimals: 2 });

const merged: Settings = Object.freeze(Object.assign({}, ...layers));

export async function settingsFor(tenant: string): Promise<Settings> {
  const copy = JSON.parse(JSON.stringify(merged)) as Settings;
  const own = await PassThroughSettings.load(tenant);
  copy.currency = own.currency ?? copy.currency;
  copy.decimals = own.decimals ?? copy.decimals;
  return copy;
}
