import { expect, test } from './app.ts'

test('the app opens with its title', async ({ app }) => {
  await expect(app.page).toHaveTitle(/Offtake/)
})
