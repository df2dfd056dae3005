// The least an Electron app can be: one sandboxed window with a word in it. What any app's start is measured against.
const { app, BrowserWindow } = require('electron')

void app.whenReady().then(start)

function start() {
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true } })
  void window.loadFile('index.html')
}
app.on('window-all-closed', () => app.quit())
