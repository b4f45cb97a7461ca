class HeapSamples {
  constructor() {
    this.samples = [];
  }

  take(label) {
    const used = process.memoryUsage();
    const sample = { at: Date.now(), label, heap: used.heapUsed, resident: used.rss };
    this.samples.push(sample);
    return sample;
  }

  summary() {
    return { peak: Math.max(...this.samples.map((sample) => sample.heap)), taken: this.samples.length };
  }
}

module.exports = new HeapSamples();
