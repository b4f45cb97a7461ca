import { Body, Controller, Get, Param, Post } from '@nestjs/common';

const ANSWERS = Symbol('answers');

@Controller('quizzes')
export class QuizzesController {
  private readonly [ANSWERS] = new Map<string, string[]>(); // flag: no-memory-record

  @Post(':id/answers')
  answer(@Param('id') id: string, @Body('answer') answer: string): { answers: number } {
    const answers = this[ANSWERS].get(id) ?? [];
    answers.push(answer);
    this[ANSWERS].set(id, answers);
    return { answers: answers.length };
  }

  @Get(':id/answers')
  answers(@Param('id') id: string): string[] {
    return this[ANSWERS].get(id) ?? [];
  }
}
