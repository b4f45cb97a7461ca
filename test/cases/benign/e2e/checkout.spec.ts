import { expect, test } from '@playwright/test';

const placed = new Map<string, string>();
let failures = 0;

test.beforeEach(async ({ page }) => {
  page.on('response', (response) => {
    if (response.status() >= 500) failures += 1;
  });
});

test('places an order', async ({ page }) => {
  await page.goto('/shop/kettle');
  await page.getByRole('button', { name: 'Buy' }).click();
  placed.set('kettle', (await page.getByTestId('order-id').textContent()) ?? '');
  expect(failures).toBe(0);
});

test('shows the order', async ({ page }) => {
  await page.goto(`/orders/${placed.get('kettle')}`);
  await expect(page.getByRole('heading')).toHaveText('Kettle');
});
