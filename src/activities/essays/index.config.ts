export default definePageConfig({ navigationBarTitleText: '主题征文', enablePullDownRefresh: true, enableShareAppMessage: true, enableShareTimeline: true });
