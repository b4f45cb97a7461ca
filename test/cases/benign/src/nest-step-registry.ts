import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { CheckoutStep, StepType } from './steps';

@Injectable()
export class StepRegistry {
  private readonly steps = new Map<string, CheckoutStep[]>();

  constructor(private readonly modules: ModuleRef) {}

  run(name: string, basket: { total: number }) {
    const steps = this.steps.get(name);
    if (!steps?.length) throw new Error(`no steps for ${name}`);
    return Promise.all(steps.map((step) => step.perform(basket)));
  }

  add(step: CheckoutStep, name: string) {
    const steps = this.steps.get(name) ?? [];
    steps.push(step);
    this.steps.set(name, steps);
  }

  register(types: StepType[] = []) {
    for (const type of types) this.add(this.modules.get(type, { strict: false }), type.name);
  }
}
