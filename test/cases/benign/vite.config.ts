import { defineConfig, type Plugin } from 'vite';

const sizes = new Map<string, number>();
let transformed = 0;

function bundleReport(): Plugin {
  return {
    name: 'bundle-report',
    transform(code, id) {
      transformed += 1;
      sizes.set(id, code.length);
      return null;
    },
    buildEnd() {
      const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
      this.info(`${transformed} modules, ${total} characters`);
      sizes.clear();
    },
  };
}

export default defineConfig({ plugins: [bundleReport()], build: { sourcemap: true } });
