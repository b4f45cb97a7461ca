interface Layer {
  title: string;
  url: string;
}

const layers = new Map<string, Layer>();

export function registerLayer(name: string, layer: Layer): void {
  layers.set(name, layer);
}

export function unregisterLayer(name: string): void {
  layers.delete(name);
}

export const layerNamed = (name: string) => layers.get(name);
