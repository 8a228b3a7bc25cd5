// WeChat wants this component when the tab bar is our own; the pages draw it themselves (src/frame/tab-bar.tsx).
Component({});
