// The least an Electron app can be: one sandboxed window with a word in it. What any app's start is measured against.
const { app, BrowserWindow } = require('electron')

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, webPreferences: { sandbox: true } })
  void window.loadFile('index.html')
})
app.on('window-all-closed', () => app.quit())
