export default definePageConfig({ navigationBarTitleText: '专家', enablePullDownRefresh: true, enableShareAppMessage: true });
