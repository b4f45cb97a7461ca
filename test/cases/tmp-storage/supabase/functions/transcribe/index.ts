import OpenAI from 'npm:openai';

const openai = new OpenAI({ apiKey: Deno.env.get('OPENAI_API_KEY') });

Deno.serve(async (request) => {
  const form = await request.formData();
  const audio = form.get('audio');
  if (!(audio instanceof File)) {
    return Response.json({ error: 'no audio' }, { status: 400 });
  }
  const { text } = await openai.audio.transcriptions.create({ file: audio, model: 'whisper-1' });
  const transcript = `/tmp/${crypto.randomUUID()}.txt`;
  await Deno.writeTextFile(transcript, text); // flag: no-tmp-storage
  return Response.json({ transcript, words: text.split(/\s+/).length }, { status: 201 });
});
