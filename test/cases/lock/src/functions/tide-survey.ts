import { app } from '@azure/functions';
import { surveyHarbour } from './survey';

let surveying: string | null = null; // flag: no-memory-lock

app.http('survey', {
  methods: ['POST'],
  handler: async (request) => {
    const harbour = request.query.get('harbour') ?? 'all';
    if (surveying) return { status: 409, body: surveying };
    surveying = harbour;
    try {
      await surveyHarbour(harbour);
      return { status: 200 };
    } finally {
      surveying = null;
    }
  },
});
