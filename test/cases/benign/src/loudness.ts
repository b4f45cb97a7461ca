import ffmpeg from 'fluent-ffmpeg';

export function loudnessOf(audio: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const lines: string[] = [];
    ffmpeg()
      .input(audio)
      .outputOptions(['-af', 'volumedetect', '-f', 'null'])
      .on('stderr', (line: string) => lines.push(line))
      .on('end', () => resolve(lines.join('\n')))
      .on('error', reject)
      .save('-');
  });
}
