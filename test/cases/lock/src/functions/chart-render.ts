import { spawn } from 'node:child_process';
import { app } from '@azure/functions';

let isRendering = false; // flag: no-memory-lock

app.http('renderChart', {
  methods: ['POST'],
  handler: async () => {
    if (isRendering) return { status: 409 };
    isRendering = true;
    const tool = spawn('render-chart', ['--all']);
    await new Promise<void>((resolve) => {
      tool.on('close', () => {
        isRendering = false;
        resolve();
      });
    });
    return { status: 202 };
  },
});
