import type { Trial } from '../stage.js';
import { limitScenarios } from './limit.js';

export default { tables: { LIMITS_TABLE: ['key'] }, scenarios: limitScenarios } satisfies Trial;
