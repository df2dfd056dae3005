import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { securityHeaders } from '../../electron/shell/web/policy.ts'
import { expect, type RunningApp, test as base } from '../e2e/app.ts'

/** A real server on this machine, for a page that tries to reach one. */
interface Outside {
  address: string
  /** What reached it. */
  requests: string[]
}

const test = base.extend<{ outside: Outside }>({
  // Playwright reads what a fixture needs from its first argument, and insists on a pattern: here an empty one.
  // oxlint-disable-next-line no-empty-pattern
  outside: async ({}, use) => {
    const requests: string[] = []
    const server = createServer((request, response) => {
      requests.push(`${request.method} ${request.url}`)
      response.setHeader('Access-Control-Allow-Origin', '*').end('outside')
    })
    server.on('upgrade', (request, socket) => {
      requests.push(`upgrade ${request.url}`)
      socket.destroy()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    await use({ address: `127.0.0.1:${(server.address() as AddressInfo).port}`, requests })
    server.closeAllConnections()
    server.close()
  },
})

// What a page tries here its policy refuses, and says so.
test.use({ provokedErrors: /Content Security Policy|^Failed to load resource/ })

const mainProcess = (app: RunningApp) => {
  if (!app.electron) throw new Error('These tests are about the desktop shell.')
  return app.electron
}

test('a page knows nothing of Node or Electron but the bridge', async ({ app }) => {
  const found = await app.page.evaluate(() => {
    const names = [
      'require',
      'process',
      'module',
      'exports',
      'Buffer',
      'global',
      '__dirname',
      'setImmediate',
      'electron',
    ]
    const { offtake } = window as unknown as { offtake: object }
    return {
      known: names.filter((name) => name in window),
      bridge: Object.keys(offtake).toSorted((a, b) => a.localeCompare(b)),
      canBeChanged: Reflect.set(offtake, 'call', null),
    }
  })
  expect(found).toEqual({ known: [], bridge: ['call', 'on'], canBeChanged: false })
})

test('every window is sandboxed and isolated', async ({ app }) => {
  const preferences = await mainProcess(app).evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const { getLastWebPreferences } = contents as unknown as {
        getLastWebPreferences(): Record<string, unknown>
      }
      return getLastWebPreferences.call(contents)
    }),
  )
  expect(preferences).toHaveLength(1)
  for (const each of preferences)
    expect(each).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    })
})

test('the bridge passes on no channel and no event of another name', async ({ app }) => {
  const answers = await app.page.evaluate(async () => {
    interface Bridge {
      call(channel: string, input: unknown): Promise<unknown>
      on(event: string, listener: () => void): unknown
    }
    const { offtake } = window as unknown as { offtake: Bridge }
    const tried = (attempt: () => unknown) =>
      Promise.resolve()
        .then(attempt)
        .then(
          () => 'passed on',
          () => 'refused',
        )
    return Promise.all([
      tried(() => offtake.call('book.delete', {})),
      tried(() => offtake.call('__proto__', {})),
      tried(() => offtake.call('ELECTRON_BROWSER_REQUIRE', {})),
      tried(() => offtake.on('ipc-message', () => undefined)),
    ])
  })
  expect(answers).toEqual(['refused', 'refused', 'refused', 'refused'])
})

test('every answer on app://offtake/ carries the policy', async ({ app }) => {
  for (const path of ['/', '/print.html']) {
    const headers = await app.page.evaluate(async (path) => [...(await fetch(path)).headers], path)
    const expected = Object.entries(securityHeaders).map(([name, value]) => [name.toLowerCase(), value])
    expect(headers).toEqual(expect.arrayContaining(expected))
  }
})

test('app://offtake/ answers nothing but GET', async ({ app }) => {
  const answers = await app.page.evaluate(() =>
    Promise.all(
      ['GET', 'POST', 'PUT', 'DELETE'].map((method) =>
        fetch('/index.html', { method }).then(
          ({ status }) => status,
          () => 'refused',
        ),
      ),
    ),
  )
  expect(answers).toEqual([200, 'refused', 'refused', 'refused'])
})

test('app://offtake/ serves nothing from outside the renderer', async ({ app }) => {
  const paths = [
    '/../desktop/main.cjs',
    '/%2e%2e/desktop/main.cjs',
    '/..%2fdesktop/main.cjs',
    '/assets/..%2f..%2fdesktop/main.cjs',
    '/..%5cdesktop%5cmain.js',
    '/%2e%2e%2f%2e%2e%2fpackage.json',
    '/index.html%00.js',
    '//etc/passwd',
    '/nothing.html',
  ]
  const answers = await app.page.evaluate(
    (paths) =>
      Promise.all(
        paths.map((path) =>
          fetch(`app://offtake${path}`).then(
            ({ status }) => status,
            () => 'refused',
          ),
        ),
      ),
    ['/index.html', ...paths],
  )
  expect(answers).toEqual([200, ...paths.map(() => 'refused')])
})

test('a page reaches no server, whatever it tries', async ({ app, outside }) => {
  const blocked = await app.page.evaluate(async (address) => {
    const failed = (attempt: Promise<unknown>) =>
      attempt.then(
        () => 'loaded',
        () => 'blocked',
      )
    const element = (name: string, attributes: Record<string, string>) =>
      new Promise((resolve, reject) => {
        const made = Object.assign(document.createElement(name), attributes)
        made.addEventListener('load', resolve)
        made.addEventListener('error', reject)
        document.body.append(made)
      })
    const socket = () =>
      new Promise((resolve, reject) => {
        const made = new WebSocket(`ws://${address}/socket`)
        made.addEventListener('open', resolve)
        made.addEventListener('error', reject)
      })
    navigator.sendBeacon(`http://${address}/beacon`, 'a')
    return Promise.all([
      failed(fetch(`http://${address}/fetch`)),
      failed(fetch(`http://${address}/fetch`, { mode: 'no-cors', method: 'POST', body: 'a' })),
      failed(element('img', { src: `http://${address}/a.png` })),
      failed(element('script', { src: `http://${address}/a.js` })),
      failed(element('link', { rel: 'stylesheet', href: `http://${address}/a.css` })),
      failed(socket()),
      failed(fetch('app://elsewhere/index.html')),
      failed(fetch('file:///etc/hostname')),
    ])
  }, outside.address)
  expect(blocked).toEqual(blocked.map(() => 'blocked'))
  expect(outside.requests).toEqual([])
})

test('the app’s own session reaches no server either, even without a page and its policy', async ({
  app,
  outside,
}) => {
  const reached = await mainProcess(app).evaluate(
    ({ session }, address) =>
      session.defaultSession.fetch(`http://${address}/session`).then(
        () => 'reached',
        (error: Error) => error.message,
      ),
    outside.address,
  )
  expect(reached).toContain('ERR_BLOCKED_BY_CLIENT')
  expect(outside.requests).toEqual([])
})

/** Where a page asks to go next, and whether it is kept from it. */
async function nextNavigation(app: RunningApp, ask: () => Promise<void>): Promise<unknown> {
  await mainProcess(app).evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const asked = new Promise((resolve) => {
      window!.webContents.once('will-frame-navigate', ({ url, defaultPrevented }) =>
        resolve({ url, defaultPrevented }),
      )
    })
    Object.assign(globalThis, { asked })
  })
  await ask()
  return mainProcess(app).evaluate(() => (globalThis as { asked?: unknown }).asked)
}

test('nor is there a process for the network', async ({ app }) => {
  const processes = await mainProcess(app).evaluate(({ app }) => app.getAppMetrics())
  expect(processes.map(({ type }) => type)).toContain('Tab')
  expect(processes.filter(({ serviceName }) => serviceName?.startsWith('network.'))).toEqual([])
})

test('a page cannot leave the app', async ({ app, outside }) => {
  const url = `http://${outside.address}/`
  for (const target of [url, 'app://elsewhere/', 'mailto:someone@example.com']) {
    const leave = () => app.page.evaluate((target) => location.assign(target), target)
    expect(await nextNavigation(app, leave)).toEqual({ url: target, defaultPrevented: true })
  }
  expect(app.page.url()).toBe('app://offtake/')
  // Asked directly: Playwright itself waits for the navigation it saw begin.
  expect(await app.page.evaluate(() => document.querySelector('[data-ready="true"]') !== null)).toBe(true)
  expect(outside.requests).toEqual([])
})

test('a page opens no other window', async ({ app, outside }) => {
  const opened = await app.page.evaluate(
    (address) =>
      [`http://${address}/`, 'app://offtake/', 'about:blank'].map((url) => window.open(url) !== null),
    outside.address,
  )
  expect(opened).toEqual([false, false, false])
  expect(await mainProcess(app).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(outside.requests).toEqual([])
})

test('a page holds no other page, not even of the app', async ({ app, outside }) => {
  await app.page.evaluate((address) => {
    for (const src of [`http://${address}/frame`, 'app://offtake/print.html', 'data:text/html,frame'])
      document.body.append(Object.assign(document.createElement('iframe'), { src }))
    document.body.append(Object.assign(document.createElement('webview'), { src: 'app://offtake/' }))
  }, outside.address)
  const framed = await Promise.all(
    app.page
      .frames()
      .slice(1)
      .map((frame) =>
        frame.evaluate(() => 'offtake' in window || document.body.textContent !== '').catch(() => false),
      ),
  )
  expect(framed).toEqual(framed.map(() => false))
  expect(await mainProcess(app).evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
  expect(outside.requests).toEqual([])
})

test('a page is given no permission', async ({ app }) => {
  const answers = await app.page.evaluate(async () => {
    const names = [
      'notifications',
      'geolocation',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
    ] as PermissionName[]
    const refused = (attempt: Promise<unknown>) =>
      attempt.then(
        () => 'given',
        () => 'refused',
      )
    return {
      states: await Promise.all(
        names.map(async (name) => (await navigator.permissions.query({ name })).state),
      ),
      notification: await Notification.requestPermission(),
      media: await refused(navigator.mediaDevices.getUserMedia({ audio: true })),
      clipboard: await refused(navigator.clipboard.readText()),
      place: await refused(
        new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
    }
  })
  expect(new Set(answers.states)).toEqual(new Set(['denied']))
  expect(answers).toMatchObject({
    notification: 'denied',
    media: 'refused',
    clipboard: 'refused',
    place: 'refused',
  })
})

test('a page runs no script that is not a file of the app', async ({ app }) => {
  const ran = await app.page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = "inline"'
    document.body.append(script)
    const button = document.createElement('button')
    button.setAttribute('onclick', 'window.ran = "attribute"')
    document.body.append(button)
    button.click()
    const source = URL.createObjectURL(new Blob(['window.ran = "blob"'], { type: 'text/javascript' }))
    await new Promise((resolve) => {
      const file = Object.assign(document.createElement('script'), { src: source })
      file.addEventListener('load', resolve)
      file.addEventListener('error', resolve)
      document.body.append(file)
    })
    return (window as { ran?: string }).ran ?? 'nothing'
  })
  expect(ran).toBe('nothing')
})

test('a page saves no file past the app’s own dialogs', async ({ app }) => {
  await mainProcess(app).evaluate(({ session }) => {
    Object.assign(globalThis, {
      download: new Promise((resolve) => {
        session.defaultSession.once('will-download', ({ defaultPrevented }) => resolve(defaultPrevented))
      }),
    })
  })
  await app.page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['a']))
    link.download = 'a.txt'
    link.click()
  })
  expect(await mainProcess(app).evaluate(() => (globalThis as { download?: unknown }).download)).toBe(true)
})
