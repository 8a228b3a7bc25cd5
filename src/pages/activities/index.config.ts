export default definePageConfig({ navigationBarTitleText: '4 类 20 项活动', enableShareAppMessage: true });
