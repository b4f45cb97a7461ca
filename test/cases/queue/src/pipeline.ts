import { Elysia } from 'elysia';
import { addVat, addShipping, applyVoucher, type Basket } from './pricing';

type Step = (basket: Basket) => Promise<Basket>;

const pending: Step[] = [];

const pipeline = {
  steps: pending,
  use(step: Step) {
    this.steps.push(step);
    return this;
  },
  run(basket: Basket): Promise<Basket> {
    return this.steps.reduce<Promise<Basket>>(async (current, step) => step(await current), Promise.resolve(basket));
  },
};

pipeline.use(applyVoucher).use(addShipping).use(addVat);

export default new Elysia().post('/baskets/price', ({ body }) => pipeline.run(body as Basket));
