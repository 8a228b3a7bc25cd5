import { View } from '@tarojs/components';
import { Pressable } from '../../../components/controls/pressable';
import { isH5 } from '../../../platform/environment';
import { tools, type Tool } from './markdown-edit';
import styles from './markdown-field.module.scss';

interface ToolbarProps {
  readonly onTool: (tool: Tool) => void;
  readonly onPicture: () => void;
}

const shortcut = (key: string | null): string => (key === null || !isH5 ? '' : `，快捷键 Ctrl+${key.toUpperCase()}`);

/** What can be made of the selected words. */
export function Toolbar({ onTool, onPicture }: ToolbarProps) {
  return (
    <View className={styles.toolbar} aria-label='正文的格式' {...(isH5 ? { role: 'toolbar' } : {})}>
      {tools.map(({ id, text, key }) => (
        <Pressable
          key={id}
          className={styles.tool}
          label={`${text}${shortcut(key)}`}
          onPress={() => {
            onTool(id);
          }}
        >
          {text}
        </Pressable>
      ))}
      <Pressable className={styles.tool} label='图片' onPress={onPicture}>
        图片
      </Pressable>
    </View>
  );
}
