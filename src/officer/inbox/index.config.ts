export default definePageConfig({ navigationBarTitleText: '待办申请', enablePullDownRefresh: true });
