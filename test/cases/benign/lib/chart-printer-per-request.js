import { render, upload } from './charts.js';

class ChartPrinter {
  async print(chart) {
    if (this.printing) return { statusCode: 409 };
    this.printing = true;
    try {
      await upload(await render(chart));
    } finally {
      this.printing = false;
    }
    return { statusCode: 202 };
  }
}

export const handler = async (event) => new ChartPrinter().print(JSON.parse(event.body));
