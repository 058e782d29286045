<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>←</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>→</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>↑</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;About XentGUI</source>
        <translation>关于 XentGUI(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Add Class</source>
        <translation>添加类别(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Add Scene</source>
        <translation>添加场景(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;At a Glance</source>
        <translation>一览(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>后退(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Bits</source>
        <translation>比特(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Classes</source>
        <translation>类别(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Clear List</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Close Samples</source>
        <translation>关闭样本(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Compare With</source>
        <translation>对比(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Descent</source>
        <translation>下降(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Dits (hartleys)</source>
        <translation>哈特莱(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Duplicate Class</source>
        <translation>创建副本(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation>示例(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Fewer Decimals</source>
        <translation>减少小数位数(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;First Sample</source>
        <translation>第一个样本(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Forget the Steps</source>
        <translation>清除各步(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>指南(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Hear the Loss</source>
        <translation>听见损失(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Import Logits…</source>
        <translation>导入 logit(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Keep All Classes</source>
        <translation>保留所有类别(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep the Look in the Scene</source>
        <translation>让场景记住当前样子(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Last Sample</source>
        <translation>最后一个样本(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Lecture</source>
        <translation>讲课(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Loss</source>
        <translation>损失(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Make This Class the Target</source>
        <translation>以此类别为目标（独热）(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;More Decimals</source>
        <translation>增加小数位数(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Nats</source>
        <translation>纳特(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Next Sample</source>
        <translation>下一个样本(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;One More Draw</source>
        <translation>再抽一次(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Open Lecture</source>
        <translation>打开课件(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Pin This State</source>
        <translation>固定当前状态(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>播放(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Previous Sample</source>
        <translation>上一个样本(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Previous Scene</source>
        <translation>上一个场景(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>重做：{step}(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Remove Class</source>
        <translation>删除类别(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Remove Scene</source>
        <translation>移除场景(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Run to the End</source>
        <translation>走到底(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>下一步(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Steps and Motion…</source>
        <translation>步骤与动态(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Ten Times as Many Draws</source>
        <translation>抽样次数乘十(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Title and Caption…</source>
        <translation>标题和说明(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>导览(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>撤销：{step}(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Uniform 1/K</source>
        <translation>均匀分布 1/K(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>单位(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;What Others May Use…</source>
        <translation>他人可用的控件(&amp;W)…</translation>
    </message>
    <message>
        <source>A Tenth of the &amp;Draws</source>
        <translation>抽样次数除以十(&amp;D)</translation>
    </message>
    <message>
        <source>A short text that pastes into a chat, and back into this window</source>
        <translation>一段短文本，可粘贴到聊天中，也可粘贴回本窗口</translation>
    </message>
    <message>
        <source>Add a class after all others, with logit 0 and target 0</source>
        <translation>在最后添加一个类别，其 logit 和目标均为 0</translation>
    </message>
    <message>
        <source>Add a copy of this class beside it</source>
        <translation>在此类别旁添加它的副本</translation>
    </message>
    <message>
        <source>Add a copy with words, notes and steps, and go on there</source>
        <translation>复制一份，连同文字、讲稿和步骤，并转到那里</translation>
    </message>
    <message>
        <source>Add a scene with the numbers and the look of the window, and go on there</source>
        <translation>用窗口中的数值和样子添加一个场景，并转到那里</translation>
    </message>
    <message>
        <source>As &amp;CSV</source>
        <translation>CSV(&amp;C)</translation>
    </message>
    <message>
        <source>As &amp;JSON</source>
        <translation>JSON(&amp;J)</translation>
    </message>
    <message>
        <source>As &amp;LaTeX</source>
        <translation>LaTeX(&amp;L)</translation>
    </message>
    <message>
        <source>As &amp;Markdown</source>
        <translation>Markdown(&amp;M)</translation>
    </message>
    <message>
        <source>As &amp;PyTorch Script</source>
        <translation>PyTorch 脚本(&amp;P)</translation>
    </message>
    <message>
        <source>As &amp;Text Table</source>
        <translation>文本表格(&amp;T)</translation>
    </message>
    <message>
        <source>As &amp;numpy Script</source>
        <translation>numpy 脚本(&amp;N)</translation>
    </message>
    <message>
        <source>Back to the St&amp;art</source>
        <translation>回到起点(&amp;A)</translation>
    </message>
    <message>
        <source>Begin at &amp;Zero</source>
        <translation>从零开始(&amp;Z)</translation>
    </message>
    <message>
        <source>By &amp;Name</source>
        <translation>按名称(&amp;N)</translation>
    </message>
    <message>
        <source>By &amp;Target y, the Largest First</source>
        <translation>按目标 y，从大到小(&amp;T)</translation>
    </message>
    <message>
        <source>By &amp;p, the Largest First</source>
        <translation>按 p，从大到小(&amp;P)</translation>
    </message>
    <message>
        <source>By Logit &amp;z, the Largest First</source>
        <translation>按 logit z，从大到小(&amp;Z)</translation>
    </message>
    <message>
        <source>Change between the light and the dark theme</source>
        <translation>在浅色主题与深色主题之间切换</translation>
    </message>
    <message>
        <source>Change places with the scene after</source>
        <translation>与后一个场景交换位置</translation>
    </message>
    <message>
        <source>Change places with the scene before</source>
        <translation>与前一个场景交换位置</translation>
    </message>
    <message>
        <source>Choose the Loss</source>
        <translation>选择损失</translation>
    </message>
    <message>
        <source>Choose the controls that this document shows to a class</source>
        <translation>选择此文档向学生显示哪些控件</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Clear this list; the files are kept</source>
        <translation>清空此列表；文件本身保留</translation>
    </message>
    <message>
        <source>Close the window and end the program</source>
        <translation>关闭窗口并退出程序</translation>
    </message>
    <message>
        <source>Common &amp;Mistakes</source>
        <translation>常见误解(&amp;M)</translation>
    </message>
    <message>
        <source>Copy &amp;Numbers</source>
        <translation>复制数值(&amp;N)</translation>
    </message>
    <message>
        <source>Copy Panel as &amp;Image</source>
        <translation>复制面板图片(&amp;I)</translation>
    </message>
    <message>
        <source>Copy Scene as &amp;Token</source>
        <translation>把场景复制为代码(&amp;T)</translation>
    </message>
    <message>
        <source>Copy all numbers, to be pasted into another program</source>
        <translation>复制全部数值，以便粘贴到其他程序</translation>
    </message>
    <message>
        <source>Copy the panel under the pointer, as pixels and as SVG</source>
        <translation>将指针所在的面板复制为像素图和 SVG</translation>
    </message>
    <message>
        <source>Copy the selected cells, for a spreadsheet or for text</source>
        <translation>复制所选单元格，可粘贴到电子表格或文本中</translation>
    </message>
    <message>
        <source>D&amp;escent</source>
        <translation>下降(&amp;E)</translation>
    </message>
    <message>
        <source>D&amp;uplicate Scene</source>
        <translation>复制场景(&amp;U)</translation>
    </message>
    <message>
        <source>Dark ink on white, for a bright room</source>
        <translation>白底深色字，适合明亮的教室</translation>
    </message>
    <message>
        <source>Divide by the temperature, then top-k, top-p, min-p and typical-p</source>
        <translation>先除以温度，再做 top-k、top-p、min-p 和 typical-p</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>Draw &amp;Again</source>
        <translation>重新抽样(&amp;A)</translation>
    </message>
    <message>
        <source>Draw from p, and see what a sampler keeps and what one pays</source>
        <translation>从 p 中抽样，看采样器保留什么、要付出多少</translation>
    </message>
    <message>
        <source>Draw once more from p</source>
        <translation>从 p 中再抽一次</translation>
    </message>
    <message>
        <source>Draw ten times as often, at most a million times</source>
        <translation>抽样次数变为十倍，最多一百万次</translation>
    </message>
    <message>
        <source>Explain the card that has the keys: three sentences, a formula, a source</source>
        <translation>解释当前的面板：三句话、一个公式、一个出处</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Export Anima&amp;tion…</source>
        <translation>导出动画(&amp;T)…</translation>
    </message>
    <message>
        <source>Export Fi&amp;gure…</source>
        <translation>导出图片(&amp;G)…</translation>
    </message>
    <message>
        <source>Export Hando&amp;ut…</source>
        <translation>导出讲义(&amp;U)…</translation>
    </message>
    <message>
        <source>Export Nu&amp;mbers…</source>
        <translation>导出数值(&amp;M)…</translation>
    </message>
    <message>
        <source>Find &amp;Class…</source>
        <translation>查找类别(&amp;C)…</translation>
    </message>
    <message>
        <source>Find Ne&amp;xt</source>
        <translation>查找下一个(&amp;X)</translation>
    </message>
    <message>
        <source>Find classes by their names; all of them light up</source>
        <translation>按名称查找类别；全部点亮</translation>
    </message>
    <message>
        <source>Five steps through the window; Escape ends them</source>
        <translation>五步看懂窗口；按 Esc 结束</translation>
    </message>
    <message>
        <source>Follow the language of the system</source>
        <translation>使用系统的语言</translation>
    </message>
    <message>
        <source>Follow the system&apos;s light or dark setting</source>
        <translation>跟随系统的浅色或深色设置</translation>
    </message>
    <message>
        <source>Full Scree&amp;n</source>
        <translation>全屏(&amp;N)</translation>
    </message>
    <message>
        <source>Give every class the target 1/K</source>
        <translation>将每个类别的目标都设为 1/K</translation>
    </message>
    <message>
        <source>Give this scene a title and a caption, for the window and for figures</source>
        <translation>为此场景写标题和说明，用于窗口和图片</translation>
    </message>
    <message>
        <source>Go back one step of the training</source>
        <translation>退回训练的一步</translation>
    </message>
    <message>
        <source>Go back one step of the walk</source>
        <translation>沿路径后退一步</translation>
    </message>
    <message>
        <source>Go back to the document as it was saved; can be undone</source>
        <translation>回到文档上次保存时的状态；可以撤销</translation>
    </message>
    <message>
        <source>Go back to the first tenth of the draws</source>
        <translation>回到前十分之一的抽样</translation>
    </message>
    <message>
        <source>Go back to where the program or the document opened</source>
        <translation>回到程序启动或文档打开时的状态</translation>
    </message>
    <message>
        <source>Go on with the keys in the next table or panel</source>
        <translation>用键盘转到下一个表格或面板</translation>
    </message>
    <message>
        <source>Go on with the keys in the table or panel before</source>
        <translation>用键盘转到上一个表格或面板</translation>
    </message>
    <message>
        <source>Go to the next class that was found</source>
        <translation>转到下一个找到的类别</translation>
    </message>
    <message>
        <source>Go to where the training began</source>
        <translation>回到训练开始的地方</translation>
    </message>
    <message>
        <source>Go to where the walk began</source>
        <translation>回到路径的起点</translation>
    </message>
    <message>
        <source>Go to where the walk began, and begin a new one</source>
        <translation>回到路径的起点，并重新开始</translation>
    </message>
    <message>
        <source>Go where the mean loss is least, by Newton&apos;s method, in one step</source>
        <translation>用牛顿法一步到达平均损失最小的地方</translation>
    </message>
    <message>
        <source>Hide the sample bar; the current numbers stay</source>
        <translation>收起样本栏；数值保留</translation>
    </message>
    <message>
        <source>Import logits from .npy, .npz, CSV or text; step through the rows of a matrix</source>
        <translation>从 .npy、.npz、CSV 或文本读取 logit；矩阵可逐行查看</translation>
    </message>
    <message>
        <source>Information as Ar&amp;eas</source>
        <translation>以面积表示信息量(&amp;I)</translation>
    </message>
    <message>
        <source>Keep this run as a dotted line for comparison; choose again to remove it</source>
        <translation>以点线保留此路径作对比，再次选择则取消</translation>
    </message>
    <message>
        <source>Keep this state as a dotted outline for comparison; choose again to remove it</source>
        <translation>以点线保留当前状态作对比，再次选择则取消</translation>
    </message>
    <message>
        <source>Keep this training as a dotted line for comparison; choose again to remove it</source>
        <translation>把这次训练保留为虚线以作比较；再选一次即移除</translation>
    </message>
    <message>
        <source>Keep workspace, ghost, areas, stages, axes and emphasis as the window shows them</source>
        <translation>按窗口所显示的记住工作区、固定的状态、面积、阶段、坐标轴和强调</translation>
    </message>
    <message>
        <source>L&amp;oss</source>
        <translation>损失(&amp;O)</translation>
    </message>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Light ink on black, for a dark room</source>
        <translation>黑底浅色字，适合昏暗的教室</translation>
    </message>
    <message>
        <source>Load this example; undo brings the old numbers back</source>
        <translation>载入此示例；撤销即可恢复原来的数值</translation>
    </message>
    <message>
        <source>Logits that follow from an input, and where the error flows</source>
        <translation>logit 由输入得出，误差又流回哪里</translation>
    </message>
    <message>
        <source>Ma&amp;ximise Panel</source>
        <translation>最大化面板(&amp;M)</translation>
    </message>
    <message>
        <source>Make text, lines and marks bigger</source>
        <translation>加大文字、线条和标记</translation>
    </message>
    <message>
        <source>Make text, lines and marks smaller</source>
        <translation>减小文字、线条和标记</translation>
    </message>
    <message>
        <source>Measure information with the logarithm to base 10</source>
        <translation>以 10 为底的对数度量信息量</translation>
    </message>
    <message>
        <source>Measure information with the logarithm to base 2</source>
        <translation>以 2 为底的对数度量信息量</translation>
    </message>
    <message>
        <source>Measure information with the natural logarithm</source>
        <translation>以自然对数度量信息量：纳特（nat，又译奈特）</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move Do&amp;wn</source>
        <translation>下移(&amp;W)</translation>
    </message>
    <message>
        <source>Move Scene &amp;Earlier</source>
        <translation>场景前移(&amp;E)</translation>
    </message>
    <message>
        <source>Move Scene &amp;Later</source>
        <translation>场景后移(&amp;L)</translation>
    </message>
    <message>
        <source>Move axes and pages without animation</source>
        <translation>坐标轴和页面直接到位，不再缓慢移动</translation>
    </message>
    <message>
        <source>Move this class one place down</source>
        <translation>将此类别下移一位</translation>
    </message>
    <message>
        <source>Move this class one place up</source>
        <translation>将此类别上移一位</translation>
    </message>
    <message>
        <source>Ne&amp;xt Scene</source>
        <translation>下一个场景(&amp;X)</translation>
    </message>
    <message>
        <source>Normal Si&amp;ze</source>
        <translation>标准大小(&amp;O)</translation>
    </message>
    <message>
        <source>Normali&amp;se Target</source>
        <translation>归一化目标(&amp;S)</translation>
    </message>
    <message>
        <source>Normalise Target</source>
        <translation>归一化目标</translation>
    </message>
    <message>
        <source>One-Hot Target at {label}</source>
        <translation>将目标设为独热：{label}</translation>
    </message>
    <message>
        <source>Open &amp;Points…</source>
        <translation>打开点(&amp;P)…</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>Open a document, logits, or the numbers behind a figure that was exported</source>
        <translation>打开文档、logit 文件，或导出的图片所含的数值</translation>
    </message>
    <message>
        <source>Open a table of points as CSV: a line for each, with its inputs and its class</source>
        <translation>以 CSV 打开点的表格：每点一行，含输入和类别</translation>
    </message>
    <message>
        <source>Open this file again</source>
        <translation>重新打开此文件</translation>
    </message>
    <message>
        <source>Open this lecture; F5 presents it, a click goes to a scene</source>
        <translation>打开这份课件；按 F5 演示，单击场景即可跳转</translation>
    </message>
    <message>
        <source>Open what was last closed without being saved</source>
        <translation>打开上次未保存就关闭的工作</translation>
    </message>
    <message>
        <source>Paste numbers from a spreadsheet, CSV text, or what numpy and PyTorch print; or a scene</source>
        <translation>粘贴来自电子表格、CSV 文本或 numpy 和 PyTorch 打印的数值，或一个场景</translation>
    </message>
    <message>
        <source>Pi&amp;n This Run</source>
        <translation>固定此路径(&amp;N)</translation>
    </message>
    <message>
        <source>Pi&amp;n This Training</source>
        <translation>固定这次训练(&amp;N)</translation>
    </message>
    <message>
        <source>Play a tone while a value is moved: it falls as the loss falls</source>
        <translation>移动数值时发出声音：损失下降，音高也下降</translation>
    </message>
    <message>
        <source>Pre&amp;sent</source>
        <translation>放映(&amp;S)</translation>
    </message>
    <message>
        <source>Present in a &amp;Window</source>
        <translation>在窗口中放映(&amp;W)</translation>
    </message>
    <message>
        <source>Present the scenes in full screen, from this one; F5 or Esc leaves</source>
        <translation>从当前场景开始全屏放映；按 F5 或 Esc 退出</translation>
    </message>
    <message>
        <source>Put all of the target on the largest logit; ties share it</source>
        <translation>将目标全部给 logit 最大的类别，并列时平分</translation>
    </message>
    <message>
        <source>Put every panel back in its original place</source>
        <translation>将窗口各部分恢复到原来的位置</translation>
    </message>
    <message>
        <source>Put the classes into the order of their logits</source>
        <translation>按 logit 排列类别</translation>
    </message>
    <message>
        <source>Put the classes into the order of their names</source>
        <translation>按名称排列类别</translation>
    </message>
    <message>
        <source>Put the classes into the order of their probabilities</source>
        <translation>按概率排列类别</translation>
    </message>
    <message>
        <source>Put the classes into the order of their targets</source>
        <translation>按目标排列类别</translation>
    </message>
    <message>
        <source>Re&amp;duce Motion</source>
        <translation>减弱动态效果(&amp;D)</translation>
    </message>
    <message>
        <source>Re&amp;name Class</source>
        <translation>重命名类别(&amp;N)</translation>
    </message>
    <message>
        <source>Re&amp;set</source>
        <translation>重置(&amp;S)</translation>
    </message>
    <message>
        <source>Re&amp;vert</source>
        <translation>还原到已保存(&amp;V)</translation>
    </message>
    <message>
        <source>Read about all panels, losses, files and commands</source>
        <translation>阅读所有面板、损失、文件和命令的说明</translation>
    </message>
    <message>
        <source>Rectangles of width y and height h(p): their area is the cross-entropy</source>
        <translation>以 y 为宽、h(p) 为高的矩形：面积即交叉熵</translation>
    </message>
    <message>
        <source>Redo the change that was undone</source>
        <translation>重做刚才撤销的更改</translation>
    </message>
    <message>
        <source>Remove the selected classes; two always remain</source>
        <translation>删除所选类别；至少保留两个</translation>
    </message>
    <message>
        <source>Remove this scene from the document</source>
        <translation>将此场景从文档中移除</translation>
    </message>
    <message>
        <source>Rename this class</source>
        <translation>给此类别另起名称</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Restore &amp;Discarded Work</source>
        <translation>恢复未保存的工作(&amp;D)</translation>
    </message>
    <message>
        <source>S&amp;cenes</source>
        <translation>场景(&amp;C)</translation>
    </message>
    <message>
        <source>S&amp;hare</source>
        <translation>分享(&amp;H)</translation>
    </message>
    <message>
        <source>S&amp;ort</source>
        <translation>排序(&amp;O)</translation>
    </message>
    <message>
        <source>S&amp;witch to the Next Card</source>
        <translation>下一张卡片(&amp;W)</translation>
    </message>
    <message>
        <source>Samp&amp;les</source>
        <translation>样本(&amp;L)</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>Samplin&amp;g</source>
        <translation>抽样设置(&amp;G)</translation>
    </message>
    <message>
        <source>Save &amp;As…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save Points as &amp;CSV…</source>
        <translation>将点另存为 CSV(&amp;C)…</translation>
    </message>
    <message>
        <source>Save a parameter sweep as an animation</source>
        <translation>将一个参数的扫描过程保存为动画</translation>
    </message>
    <message>
        <source>Save all numbers as CSV, JSON, Markdown, LaTeX or code</source>
        <translation>将全部数值保存为 CSV、JSON、Markdown、LaTeX 或代码</translation>
    </message>
    <message>
        <source>Save all scenes as a PDF for the class, a page for each</source>
        <translation>把所有场景存为发给学生的 PDF，每个场景一页</translation>
    </message>
    <message>
        <source>Save panels as PNG, SVG or PDF, or copy them</source>
        <translation>将面板保存为 PNG、SVG 或 PDF，或复制</translation>
    </message>
    <message>
        <source>Save the document</source>
        <translation>保存文档</translation>
    </message>
    <message>
        <source>Save the points as CSV, with all digits</source>
        <translation>把各点保存为 CSV，保留所有数位</translation>
    </message>
    <message>
        <source>Save under another name and continue with that file</source>
        <translation>将文档保存到另一个文件，并继续编辑该文件</translation>
    </message>
    <message>
        <source>Say what is emphasised and hidden, and what happens step by step</source>
        <translation>说明强调什么、隐藏什么，以及每一步发生什么</translation>
    </message>
    <message>
        <source>Scale the target so that it sums to 1</source>
        <translation>按比例缩放目标，使总和为 1</translation>
    </message>
    <message>
        <source>Set Up the Sampler</source>
        <translation>设置采样器</translation>
    </message>
    <message>
        <source>Set W and b to 0, and begin a new training</source>
        <translation>把 W 和 b 设为 0，重新开始训练</translation>
    </message>
    <message>
        <source>Set the target to 1 for this class and 0 for all others</source>
        <translation>将此类别的目标设为 1，其余设为 0</translation>
    </message>
    <message>
        <source>Show &amp;All Controls</source>
        <translation>显示全部控件(&amp;A)</translation>
    </message>
    <message>
        <source>Show &amp;All Panels</source>
        <translation>还原全部面板(&amp;A)</translation>
    </message>
    <message>
        <source>Show also the controls that this document withholds</source>
        <translation>也显示此文档不显示的控件</translation>
    </message>
    <message>
        <source>Show every command and its keys</source>
        <translation>列出所有命令及其快捷键</translation>
    </message>
    <message>
        <source>Show one decimal place fewer</source>
        <translation>少显示一位小数</translation>
    </message>
    <message>
        <source>Show one decimal place more</source>
        <translation>多显示一位小数</translation>
    </message>
    <message>
        <source>Show only the focused panel; Esc brings the others back</source>
        <translation>只显示有焦点的面板；按 Esc 还原其他面板</translation>
    </message>
    <message>
        <source>Show or hide this part of the window</source>
        <translation>显示或隐藏窗口的这一部分</translation>
    </message>
    <message>
        <source>Show softmax at T = 1, dotted</source>
        <translation>用点线画出 T = 1 的 softmax</translation>
    </message>
    <message>
        <source>Show text, lines and marks at their normal size</source>
        <translation>文字、线条和标记恢复标准大小</translation>
    </message>
    <message>
        <source>Show the &amp;Hints Again</source>
        <translation>再次显示提示(&amp;H)</translation>
    </message>
    <message>
        <source>Show the first row in the chosen order</source>
        <translation>显示所选顺序中的第一行</translation>
    </message>
    <message>
        <source>Show the last row in the chosen order</source>
        <translation>显示所选顺序中的最后一行</translation>
    </message>
    <message>
        <source>Show the next row of the matrix</source>
        <translation>显示矩阵的下一行</translation>
    </message>
    <message>
        <source>Show the other panels again</source>
        <translation>重新显示其他面板</translation>
    </message>
    <message>
        <source>Show the row of the matrix before this one</source>
        <translation>显示矩阵的上一行</translation>
    </message>
    <message>
        <source>Show the scene after this one</source>
        <translation>显示后一个场景</translation>
    </message>
    <message>
        <source>Show the scene before this one</source>
        <translation>显示前一个场景</translation>
    </message>
    <message>
        <source>Show the scenes as small pictures, to choose and to drag</source>
        <translation>以小图显示各场景，可选择、可拖动</translation>
    </message>
    <message>
        <source>Show the uniform distribution, dotted</source>
        <translation>用点线画出均匀分布（一无所知）</translation>
    </message>
    <message>
        <source>Show the version and the libraries used</source>
        <translation>显示版本以及程序所用的组件</translation>
    </message>
    <message>
        <source>Show the whole program in this language, from now on</source>
        <translation>从现在起整个程序使用此语言</translation>
    </message>
    <message>
        <source>Show what can be pulled, until something is pulled</source>
        <translation>显示可以拖动什么，直到拖动过一次</translation>
    </message>
    <message>
        <source>Softmax at &amp;T = 1</source>
        <translation>T = 1 时的 softmax(&amp;T)</translation>
    </message>
    <message>
        <source>Sort Classes</source>
        <translation>类别排序</translation>
    </message>
    <message>
        <source>Start over with the worked example</source>
        <translation>从例题重新开始</translation>
    </message>
    <message>
        <source>Str&amp;ip of Scenes</source>
        <translation>场景条(&amp;I)</translation>
    </message>
    <message>
        <source>Switch &amp;Back One Card</source>
        <translation>上一张卡片(&amp;B)</translation>
    </message>
    <message>
        <source>Switch top-k, top-p, min-p and typical-p off</source>
        <translation>关闭 top-k、top-p、min-p 和 typical-p</translation>
    </message>
    <message>
        <source>T&amp;raining</source>
        <translation>训练(&amp;R)</translation>
    </message>
    <message>
        <source>Table of &amp;Logits</source>
        <translation>logit 表格(&amp;L)</translation>
    </message>
    <message>
        <source>Table of &amp;Points</source>
        <translation>点的表格(&amp;P)</translation>
    </message>
    <message>
        <source>Table of &amp;Targets</source>
        <translation>目标表格(&amp;T)</translation>
    </message>
    <message>
        <source>Table of &amp;Weights</source>
        <translation>权重的表格(&amp;W)</translation>
    </message>
    <message>
        <source>Tables and panels to see what follows from each number</source>
        <translation>用表格和面板查看每个数值带来的结果</translation>
    </message>
    <message>
        <source>Take one step down the loss</source>
        <translation>沿损失下降一步</translation>
    </message>
    <message>
        <source>Take one step of training</source>
        <translation>训练一步</translation>
    </message>
    <message>
        <source>Take other draws, with the next seed</source>
        <translation>用下一个种子重新抽样</translation>
    </message>
    <message>
        <source>Target = &amp;Hardmax</source>
        <translation>目标 = hardmax(&amp;H)</translation>
    </message>
    <message>
        <source>Target = Hardmax</source>
        <translation>目标 = hardmax</translation>
    </message>
    <message>
        <source>Temperature &amp;First, as transformers</source>
        <translation>温度在先，同 transformers(&amp;F)</translation>
    </message>
    <message>
        <source>Temperature &amp;Last, as llama.cpp</source>
        <translation>温度在后，同 llama.cpp(&amp;L)</translation>
    </message>
    <message>
        <source>To the &amp;Optimum</source>
        <translation>直达最优点(&amp;O)</translation>
    </message>
    <message>
        <source>To the St&amp;art</source>
        <translation>回到起点(&amp;A)</translation>
    </message>
    <message>
        <source>To&amp;ggle Light and Dark</source>
        <translation>切换浅色与深色(&amp;G)</translation>
    </message>
    <message>
        <source>Top-k, typical-p, top-p and min-p, then divide by the temperature</source>
        <translation>先做 top-k、typical-p、top-p 和 min-p，再除以温度</translation>
    </message>
    <message>
        <source>Train W and b step by step, or pause</source>
        <translation>逐步训练 W 和 b，或暂停</translation>
    </message>
    <message>
        <source>Two windows, to share one of them: for the audience and for yourself</source>
        <translation>两个窗口，可只共享其中一个：一个给听众，一个给自己</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>撤销上一次更改</translation>
    </message>
    <message>
        <source>Uni&amp;form Target</source>
        <translation>目标设为均匀(&amp;F)</translation>
    </message>
    <message>
        <source>Uniform Target</source>
        <translation>目标设为均匀</translation>
    </message>
    <message>
        <source>Use &amp;System Setting</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Use the whole screen</source>
        <translation>让窗口占满屏幕</translation>
    </message>
    <message>
        <source>Walk as fast as possible, until the walk ends</source>
        <translation>以最快速度下降，直到停止</translation>
    </message>
    <message>
        <source>Walk down the loss and watch p go to y</source>
        <translation>沿损失下降，看 p 走向 y</translation>
    </message>
    <message>
        <source>Walk down the loss step by step, or pause</source>
        <translation>沿损失逐步下降，或暂停</translation>
    </message>
    <message>
        <source>What This &amp;Card Shows</source>
        <translation>此面板显示什么(&amp;C)</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大显示(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小显示(&amp;O)</translation>
    </message>
</context>
<context>
    <name>card_help</name>
    <message>
        <source>A boundary is where two classes are equally likely: a straight line, unless features bend it.</source>
        <translation>边界上两个类别同样可能：它是直线，除非加入的特征使它弯曲。</translation>
    </message>
    <message>
        <source>A few points far on the wrong side can be most of that mean.</source>
        <translation>少数远在错误一侧的点，就可能占去平均值的大部分。</translation>
    </message>
    <message>
        <source>A float64 goes up to about 1.8·10³⁰⁸, and so exp(789) overflows to infinity.</source>
        <translation>float64 最大约为 1.8·10³⁰⁸，所以 exp(789) 上溢为无穷大。</translation>
    </message>
    <message>
        <source>A gap becomes a ratio: at T = 1, a lead of 1 makes a class e ≈ 2.718 times as likely.</source>
        <translation>差值变成比值：T = 1 时，领先 1，可能性就是 e ≈ 2.718 倍。</translation>
    </message>
    <message>
        <source>A good code has few bits for frequent classes and many for rare ones.</source>
        <translation>好的编码给常见的类别用少的比特，给罕见的用多的。</translation>
    </message>
    <message>
        <source>A language model need not take the likeliest word: it draws one, once the unlikely ones are cut off.</source>
        <translation>语言模型不必取最可能的词：先截去不太可能的，再从剩下的里面抽一个。</translation>
    </message>
    <message>
        <source>A large loss with a small entropy is a confident mistake.</source>
        <translation>损失大而熵小，就是自信的错误。</translation>
    </message>
    <message>
        <source>A logit is the score that a classifier gives to a class: any number, of any sign.</source>
        <translation>logit 是分类器给一个类别打的分：可以是任何数，可正可负。</translation>
    </message>
    <message>
        <source>A perplexity of 5 is as unsure as a blind guess among 5 classes.</source>
        <translation>困惑度为 5，就和在 5 个类别中瞎猜一样没有把握。</translation>
    </message>
    <message>
        <source>A ring marks a wrong answer, and the arrow at the chosen point leads to a lower loss.</source>
        <translation>圆圈标出答错的点，选中的点上的箭头指向损失更低处。</translation>
    </message>
    <message>
        <source>A soft target shares the truth among several classes, and then cross-entropy cannot reach 0.</source>
        <translation>软目标把真实情况分给几个类别，这时交叉熵降不到 0。</translation>
    </message>
    <message>
        <source>A step looks at all points or at a batch of them, which is quicker and less steady.</source>
        <translation>每一步看所有的点，或只看其中一批；后者更快，但不那么平稳。</translation>
    </message>
    <message>
        <source>A tenth with few points can be off the diagonal by chance alone.</source>
        <translation>点很少的十分位，单凭偶然就会偏离对角线。</translation>
    </message>
    <message>
        <source>Accuracy is the share of the diagonal; it does not see how sure an answer was.</source>
        <translation>准确率是对角线所占的比例；它看不到答案有多大把握。</translation>
    </message>
    <message>
        <source>All points from the largest loss to the smallest, and their mean.</source>
        <translation>所有点按损失从大到小排列，以及它们的平均值。</translation>
    </message>
    <message>
        <source>Along a contour the loss stays the same; cross-entropy is least where p meets y.</source>
        <translation>沿一条等高线损失不变；p 与 y 重合时交叉熵最小。</translation>
    </message>
    <message>
        <source>Arrow down: raising this logit lowers the loss; arrow up: lowering it does.</source>
        <translation>箭头向下：提高这个 logit，损失下降；箭头向上：降低它，损失下降。</translation>
    </message>
    <message>
        <source>At the right edge the answer is right and sure, and every loss lets go.</source>
        <translation>最右边是正确而且有把握，每种损失都松手了。</translation>
    </message>
    <message>
        <source>Backward, below the circles: the error goes back along the same lines to the inputs.</source>
        <translation>反向，在圆圈下面：误差沿同样的连线流回输入。</translation>
    </message>
    <message>
        <source>Below stand the stages of the sampler in their order, each with its number.</source>
        <translation>下面按顺序列出采样器的各步，每步带有它的数值。</translation>
    </message>
    <message>
        <source>Below stands the gradient of the chosen point: its error times its input.</source>
        <translation>下面是选中的点的梯度：它的误差乘以它的输入。</translation>
    </message>
    <message>
        <source>Classes are drawn at random, each one on average as often as its p says.</source>
        <translation>随机抽取类别，平均来说，每个类别被抽到的频率就是它的 p。</translation>
    </message>
    <message>
        <source>Click a row, and all other cards show the numbers of that point.</source>
        <translation>单击一行，其他所有面板就显示那个点的数值。</translation>
    </message>
    <message>
        <source>Click one, and the other cards show why its loss is so large.</source>
        <translation>单击一个点，其他面板就显示它的损失为何这么大。</translation>
    </message>
    <message>
        <source>Code that subtracts no maximum, clips p or applies softmax twice gives wrong numbers, often without a warning.</source>
        <translation>不减最大值、截断 p 或做两次 softmax 的代码会算错，而且往往没有任何警告。</translation>
    </message>
    <message>
        <source>Cross-entropy has two parts: H(y), how uncertain the target itself is, and D(y‖p), the price of believing p.</source>
        <translation>交叉熵有两部分：H(y) 是目标本身有多不确定，D(y‖p) 是相信 p 要付的代价。</translation>
    </message>
    <message>
        <source>Cross-entropy is convex in the logits: no hollow can catch the walk before the lowest place.</source>
        <translation>交叉熵对 logit 是凸的：到最低处之前，没有坑会困住下降。</translation>
    </message>
    <message>
        <source>Draw a hundred times as many, and they shrink to a tenth.</source>
        <translation>抽一百倍那么多，它们就缩到十分之一。</translation>
    </message>
    <message>
        <source>Draws from p come to the entropy H(p), draws from y to the cross-entropy H(y, p).</source>
        <translation>从 p 抽，趋于熵 H(p)；从 y 抽，趋于交叉熵 H(y, p)。</translation>
    </message>
    <message>
        <source>ECE is the mean distance from that, weighted by the rows in each bin; other bins give another ECE.</source>
        <translation>ECE 是偏离的平均值，按每箱的行数加权；分箱不同，ECE 也不同。</translation>
    </message>
    <message>
        <source>Each arrow says how fast the loss changes when that logit rises.</source>
        <translation>每个箭头说明：提高这个 logit 时，损失变化有多快。</translation>
    </message>
    <message>
        <source>Each cell says how fast the p of its row changes when the z of its column rises.</source>
        <translation>每个单元格说明：提高它那一列的 z 时，它那一行的 p 变化有多快。</translation>
    </message>
    <message>
        <source>Each class adds −y·log p to the cross-entropy, so a class with y = 0 adds nothing.</source>
        <translation>每个类别给交叉熵加上 −y·log p，所以 y = 0 的类别什么也不加。</translation>
    </message>
    <message>
        <source>Each class has a row of weights: its logit is that row times the input x, plus its bias b.</source>
        <translation>每个类别有一行权重：它的 logit 是这一行乘以输入 x，再加上偏置 b。</translation>
    </message>
    <message>
        <source>Each draw costs its surprise −log p; the line is the mean of what was paid so far.</source>
        <translation>每抽一次要付出它的意外 −log p；曲线是到目前为止所付的均值。</translation>
    </message>
    <message>
        <source>Each mark is an input; the ground mixes the colours of the classes by their p at that place.</source>
        <translation>每个标记是一个输入；背景按该处的 p 混合各类别的颜色。</translation>
    </message>
    <message>
        <source>Each place in the triangle shares 1 among three classes: a corner is certainty, the centre a blind guess.</source>
        <translation>三角形中的每一点都把 1 分给三个类别：角上是确定无疑，中心是瞎猜。</translation>
    </message>
    <message>
        <source>Each row is a point: its inputs x, its true class, and the loss of its prediction.</source>
        <translation>每一行是一个点：它的输入 x、真实类别，以及预测它的损失。</translation>
    </message>
    <message>
        <source>Each row of a matrix is one answer: its loss goes upwards, its entropy downwards.</source>
        <translation>矩阵的每一行是一个答案：损失向上画，熵向下画。</translation>
    </message>
    <message>
        <source>Each stem is a logit: the score of a class before softmax.</source>
        <translation>每根茎是一个 logit：类别在 softmax 之前的得分。</translation>
    </message>
    <message>
        <source>Each step moves every logit against its gradient, and so the loss downhill.</source>
        <translation>每一步都让各个 logit 逆着梯度移动，损失因而下坡。</translation>
    </message>
    <message>
        <source>Focal loss rests too flat, generalised cross-entropy too sharp, and hinge losses at no p at all.</source>
        <translation>焦点损失停得太平，广义交叉熵停得太尖，合页损失不停在任何 p。</translation>
    </message>
    <message>
        <source>Forward: the inputs make logits, the logits make probabilities, and these the loss.</source>
        <translation>前向：输入得出 logit，logit 得出概率，概率得出损失。</translation>
    </message>
    <message>
        <source>Halve a probability, and −log p grows by one bit, wherever it was.</source>
        <translation>概率减半，−log p 就增加一比特，不论原来是多少。</translation>
    </message>
    <message>
        <source>How hard each loss pulls at the true class; at the left edge, the classifier is sure and wrong.</source>
        <translation>每种损失把真实类别拉得有多用力；最左边是自信却错了。</translation>
    </message>
    <message>
        <source>How many draws are taken, and which: the same seed always gives the same draws.</source>
        <translation>抽样多少次、抽哪些：同样的种子总是给出同样的结果。</translation>
    </message>
    <message>
        <source>How many points of each class are predicted as each class.</source>
        <translation>每个类别有多少点被预测为各个类别。</translation>
    </message>
    <message>
        <source>Information measures surprise: what is certain tells nothing, what is rare tells much.</source>
        <translation>信息量衡量有多意外：必然的事什么也没说，罕见的事说了很多。</translation>
    </message>
    <message>
        <source>LDA, and least squares without an activation, need no steps: they are solved at once.</source>
        <translation>LDA 和无激活的最小二乘不需要一步步走：一次就能解出。</translation>
    </message>
    <message>
        <source>Left of the tick at 4T²/Σy, a step along the gradient never raises the cross-entropy.</source>
        <translation>在 4T²/Σy 处的刻度线以左，沿梯度走一步绝不会使交叉熵上升。</translation>
    </message>
    <message>
        <source>Let the stages appear one by one, and guess each number before it comes.</source>
        <translation>让各步逐一出现，每个数出现之前先猜一猜。</translation>
    </message>
    <message>
        <source>Loss and probabilities after each step of a walk down the loss.</source>
        <translation>沿损失下降时，每一步之后的损失和概率。</translation>
    </message>
    <message>
        <source>Mean loss and accuracy over all points, after each step of a training.</source>
        <translation>训练的每一步之后，所有点的平均损失和准确率。</translation>
    </message>
    <message>
        <source>Move all stems by the same amount, and p stays as it is.</source>
        <translation>所有的茎移动同样多，p 不变。</translation>
    </message>
    <message>
        <source>Near p = 0 the curve has no ceiling, and so a confident mistake costs so much.</source>
        <translation>靠近 p = 0 时曲线没有上限，所以自信的错误代价那么大。</translation>
    </message>
    <message>
        <source>Of all answers given with p = 0.8, 80 of 100 should be right: then p is calibrated.</source>
        <translation>以 p = 0.8 给出的答案，100 个中应有 80 个正确：这样 p 就是校准的。</translation>
    </message>
    <message>
        <source>On the diagonal p keeps its promise; below it, the classifier is too sure.</source>
        <translation>在对角线上，p 说到做到；在它下面，分类器过于自信。</translation>
    </message>
    <message>
        <source>One number moves along the axis, and all others stay as they are.</source>
        <translation>一个数沿坐标轴变化，其他的都不变。</translation>
    </message>
    <message>
        <source>One temperature, fitted on half of the rows, often mends it and changes no prediction.</source>
        <translation>用一半的行拟合一个温度，往往就能改好，而且不改变任何预测。</translation>
    </message>
    <message>
        <source>Only differences count: add the same number to every logit, and no p changes.</source>
        <translation>起作用的只有差值：给每个 logit 加上同一个数，所有 p 都不变。</translation>
    </message>
    <message>
        <source>Only the second part can be trained away; it is 0 exactly where p = y.</source>
        <translation>只有第二部分能靠训练消除；当且仅当 p = y 时它是 0。</translation>
    </message>
    <message>
        <source>Over its own logit, p is an S-shaped curve, the sigmoid; the other classes give way.</source>
        <translation>随自己的 logit 变化，p 是一条 S 形曲线，即 sigmoid；其他类别让位。</translation>
    </message>
    <message>
        <source>Over the temperature, p goes from hardmax at T = 0 to equal shares at T = ∞.</source>
        <translation>随温度变化，p 从 T = 0 的 hardmax 变到 T = ∞ 的人人均分。</translation>
    </message>
    <message>
        <source>Points are put into tenths by their largest p; each bar says how many of them are right.</source>
        <translation>各点按最大的 p 分入十分位；每根柱形说明其中有多少正确。</translation>
    </message>
    <message>
        <source>Proper losses, such as cross-entropy and Brier, rest at p = y: it pays to say what one believes.</source>
        <translation>恰当的损失，如交叉熵和 Brier，停在 p = y：怎么想就怎么说，最划算。</translation>
    </message>
    <message>
        <source>Pull one bar up, and all others shrink by the same factor.</source>
        <translation>把一根柱形拉高，其余的都按同一比例缩短。</translation>
    </message>
    <message>
        <source>So a loss above 0 need not mean a bad prediction.</source>
        <translation>所以损失大于 0，不一定说明预测不好。</translation>
    </message>
    <message>
        <source>So the weight of a large input changes much, and that of an input 0 not at all.</source>
        <translation>所以输入大的权重改变多，输入为 0 的权重完全不变。</translation>
    </message>
    <message>
        <source>Softmax gives every class a share of one whole: the bars always add up to 1.</source>
        <translation>softmax 把一个整体分给各个类别：所有柱形加起来总是 1。</translation>
    </message>
    <message>
        <source>Softmax turns all logits together into probabilities, so typing one of them changes every p.</source>
        <translation>softmax 把所有 logit 一起变成概率，所以改动其中一个，每个 p 都会变。</translation>
    </message>
    <message>
        <source>Sort by the loss to see which points the classifier finds hardest.</source>
        <translation>按损失排序，就能看出哪些点对分类器最难。</translation>
    </message>
    <message>
        <source>The arrows point downhill, straight across the contours, and so does a step along the gradient.</source>
        <translation>箭头指向下坡，垂直穿过等高线，沿梯度走的一步也是这样。</translation>
    </message>
    <message>
        <source>The bar parts cross-entropy into H(y), which no prediction can save, and D(y‖p), which training can.</source>
        <translation>横条把交叉熵分成两段：H(y) 是任何预测都省不掉的，D(y‖p) 是训练能省掉的。</translation>
    </message>
    <message>
        <source>The dashed curve is what the temperature does to p, from the centre to a corner.</source>
        <translation>虚线是温度给 p 带来的变化，从中心到一个角。</translation>
    </message>
    <message>
        <source>The dashed line is the loss of knowing only how frequent each class is.</source>
        <translation>虚线是只知道各类别有多常见时的损失。</translation>
    </message>
    <message>
        <source>The dashed outlines are hardmax, which gives all to the largest logit; the ink lines are the target y.</source>
        <translation>虚线框是 hardmax，它把全部给最大的 logit；粗线是目标 y。</translation>
    </message>
    <message>
        <source>The diagonal is positive, the rest negative: what one class gains, the others lose.</source>
        <translation>对角线为正，其余为负：一个类别多得的，就是其他类别失去的。</translation>
    </message>
    <message>
        <source>The first row is exact, and so is every other card.</source>
        <translation>第一行是精确的，其他所有面板也是。</translation>
    </message>
    <message>
        <source>The funnel narrows slowly: half the width takes four times the draws.</source>
        <translation>漏斗收窄得很慢：宽度减半，要抽四倍那么多次。</translation>
    </message>
    <message>
        <source>The ideal length is −log₂ p; Huffman&apos;s code with whole bits needs on average less than one bit more than H(p).</source>
        <translation>理想的长度是 −log₂ p；霍夫曼编码只用整数个比特，平均比 H(p) 多不到一比特。</translation>
    </message>
    <message>
        <source>The largest logit is subtracted first: p stays the same, and no exponential overflows.</source>
        <translation>先减去最大的 logit：p 不变，指数也不会上溢。</translation>
    </message>
    <message>
        <source>The learning rate η says how far: a small one takes long, a large one overshoots.</source>
        <translation>学习率 η 决定走多远：太小走得慢，太大会走过头。</translation>
    </message>
    <message>
        <source>The libraries transformers and llama.cpp have different orders, and so the same numbers can keep other classes.</source>
        <translation>transformers 和 llama.cpp 这两个库的顺序不同，所以同样的数值保留的类别可能不同。</translation>
    </message>
    <message>
        <source>The loss as a landscape over two logits, while all others stay.</source>
        <translation>损失随两个 logit 变化的地形，其他 logit 不变。</translation>
    </message>
    <message>
        <source>The loss can go on falling while accuracy stands still: right answers become surer.</source>
        <translation>准确率不动时损失仍可下降：正确的答案变得更有把握。</translation>
    </message>
    <message>
        <source>The loss is one number for how badly p misses the target y; training makes it small.</source>
        <translation>损失用一个数说明 p 偏离目标 y 多远；训练就是让它变小。</translation>
    </message>
    <message>
        <source>The order counts: a temperature before a cut can keep other words than one after it.</source>
        <translation>顺序有影响：温度放在截断之前或之后，保留的词可能不同。</translation>
    </message>
    <message>
        <source>The p at which each loss is least for this target: there training would come to rest.</source>
        <translation>对这个目标，每种损失在哪个 p 处最小：训练会停在那里。</translation>
    </message>
    <message>
        <source>The perplexity of all rows follows from their mean loss.</source>
        <translation>所有行的困惑度由平均损失得出。</translation>
    </message>
    <message>
        <source>The prediction is the class with the largest p; a tick beside it says that it is right.</source>
        <translation>预测是 p 最大的类别；旁边打勾表示预测正确。</translation>
    </message>
    <message>
        <source>The steps get shorter by themselves: the gradient shrinks as p comes near y.</source>
        <translation>步子会自己变小：p 越接近 y，梯度越小。</translation>
    </message>
    <message>
        <source>The target y says how likely each class really is; one-hot means one class for certain.</source>
        <translation>目标 y 说明每个类别实际上有多可能；独热表示确定是某一个类别。</translation>
    </message>
    <message>
        <source>The tick at log K is what a blind guess among K classes costs.</source>
        <translation>log K 处的刻度线，是在 K 个类别中瞎猜要付出的损失。</translation>
    </message>
    <message>
        <source>The way from the logits to the gradient, line by line, with the numbers of this moment.</source>
        <translation>从 logit 到梯度，一行一行地算出来，用的是当前的数值。</translation>
    </message>
    <message>
        <source>The whiskers say how far from p chance alone usually leads.</source>
        <translation>须线说明单凭偶然通常会偏离 p 多远。</translation>
    </message>
    <message>
        <source>The width of a line is what it adds to its logit; a dashed line takes away.</source>
        <translation>连线的粗细是它给 logit 加上多少；虚线是减去。</translation>
    </message>
    <message>
        <source>There cross-entropy pulls with full force, and the Brier score, a squared error, hardly pulls at all.</source>
        <translation>在那里交叉熵全力拉动，而 Brier 分数这种平方误差几乎不拉。</translation>
    </message>
    <message>
        <source>Times the slope of the loss in p, the columns give the gradient: that is the chain rule.</source>
        <translation>各列乘以损失对 p 的斜率，就得到梯度：这就是链式法则。</translation>
    </message>
    <message>
        <source>Top-k keeps the k likeliest, top-p the fewest whose p add up to a given mass, min-p those not far below the first.</source>
        <translation>top-k 保留最可能的 k 个，top-p 保留 p 合计达到给定值的最少几个，min-p 保留不比第一名低太多的。</translation>
    </message>
    <message>
        <source>Training changes W and b step by step, so that the mean loss of all points falls.</source>
        <translation>训练一步一步地改变 W 和 b，使所有点的平均损失下降。</translation>
    </message>
    <message>
        <source>What follows from p and y in numbers: cross-entropy and entropy, KL divergence, the prediction, both sums.</source>
        <translation>由 p 和 y 得出的各个数：交叉熵和熵、KL 散度、预测，以及两个总和。</translation>
    </message>
    <message>
        <source>What is right stands on the diagonal; the other cells say who is taken for whom.</source>
        <translation>正确的在对角线上；其他单元格说明谁被当成了谁。</translation>
    </message>
    <message>
        <source>Whoever codes for p while y is true pays the cross-entropy H(y, p).</source>
        <translation>真实的是 y，却按 p 来编码，付出的就是交叉熵 H(y, p)。</translation>
    </message>
    <message>
        <source>With a one-hot target, cross-entropy falls for ever and never reaches 0, because no finite logits give p = 1.</source>
        <translation>目标为独热时，交叉熵一直下降却到不了 0，因为有限的 logit 给不出 p = 1。</translation>
    </message>
    <message>
        <source>With cross-entropy it is prediction minus target, and the arrows add up to 0.</source>
        <translation>用交叉熵时，它就是预测减目标，所有箭头加起来是 0。</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>A handout is a PDF, and {name} is the name of something else. End it with .pdf</source>
        <translation>讲义是 PDF，而 {name} 不是 PDF 的名称。请以 .pdf 结尾</translation>
    </message>
    <message>
        <source>A script in {value} holds one state, not many samples. Choose one of: {choices}.</source>
        <translation>{value} 脚本只含一个状态，不含多个样本。请选择：{choices}。</translation>
    </message>
    <message>
        <source>A sweep is written as {choices}, and {value} cannot hold an animation. Choose another format.</source>
        <translation>扫描只能写成 {choices}，{value} 不能保存动画。请选择其他格式。</translation>
    </message>
    <message>
        <source>All options: {program} --help</source>
        <translation>全部选项：{program} --help</translation>
    </message>
    <message>
        <source>Did you mean {near}?</source>
        <translation>是否想写 {near}？</translation>
    </message>
    <message>
        <source>In “{text}”, a quotation mark at the start of a name has none at its end. Write a name that holds a comma as in &quot;a, b&quot;,c and a quotation mark within it twice.</source>
        <translation>“{text}”中，某个名称开头有引号，结尾却没有。含逗号的名称请写成 &quot;a, b&quot;,c 的样子；名称里的引号要写两个。</translation>
    </message>
    <message>
        <source>Install it with: {command}</source>
        <translation>安装命令：{command}</translation>
    </message>
    <message>
        <source>Install what Debian calls: {packages}</source>
        <translation>请安装 Debian 中名为 {packages} 的软件包</translation>
    </message>
    <message>
        <source>Installed.</source>
        <translation>已安装。</translation>
    </message>
    <message>
        <source>Installing what Qt needs: {command}</source>
        <translation>正在安装 Qt 所需的库：{command}</translation>
    </message>
    <message>
        <source>No target is given, so the first class, {name}, is taken. Choose another with --target.</source>
        <translation>未给出目标，因此以第一个类别（{name}）为目标。可用 --target 另选。</translation>
    </message>
    <message>
        <source>One file at a time can be read, and here are: {words}.</source>
        <translation>一次只能读取一个文件，这里却有：{words}。</translation>
    </message>
    <message>
        <source>One lecture at a time can be presented, and here are: {words}.</source>
        <translation>一次只能演示一份课件，而这里有：{words}。</translation>
    </message>
    <message>
        <source>Only desktops on Linux and its like can be told this way.</source>
        <translation>只有 Linux 一类系统的桌面才能用这种方式登记。</translation>
    </message>
    <message>
        <source>Points come from the file {file} or from --data {name}. Give one of them.</source>
        <translation>点来自文件 {file} 或 --data {name}。请只给出其中一个。</translation>
    </message>
    <message>
        <source>PySide6 is not installed for {python}.
From a checkout start with: python3 main.py
Elsewhere: pip install xentgui</source>
        <translation>{python} 没有安装 PySide6。
在源码目录中请这样启动：python3 main.py
其他情况：pip install xentgui</translation>
    </message>
    <message>
        <source>PySide6 {pyside} makes Python {version} abort: it wears out the reference count of None.
Replace it with: {python} -m pip install &quot;PySide6-Essentials&lt;6.12&quot;
or use Python 3.12 or newer.</source>
        <translation>PySide6 {pyside} 会使 Python {version} 异常中止：它会耗尽 None 的引用计数。
请替换它：{python} -m pip install &quot;PySide6-Essentials&lt;6.12&quot;
或改用 Python 3.12 及更新版本。</translation>
    </message>
    <message>
        <source>Qt cannot start, because a system library is missing: {reason}.</source>
        <translation>Qt 无法启动，因为缺少系统库：{reason}。</translation>
    </message>
    <message>
        <source>Qt lacks system libraries.  Run {command}? [y/N]</source>
        <translation>Qt 缺少系统库。现在运行 {command} 吗？[y/N]</translation>
    </message>
    <message>
        <source>Say what is to be presented: a document, or a lecture that comes with it: {names}.</source>
        <translation>请给出要演示的内容：文档，或程序自带的课件：{names}。</translation>
    </message>
    <message>
        <source>Softmax and cross-entropy made visible.</source>
        <translation>看得见的 softmax 与交叉熵。</translation>
    </message>
    <message>
        <source>Standard output takes one file, and with --notes there are two. Name a file with -o.</source>
        <translation>标准输出只能容纳一个文件，而 --notes 会有两个。请用 -o 指定文件。</translation>
    </message>
    <message>
        <source>The name {name} does not say which format. End it with {endings}, or give --format.</source>
        <translation>从名称 {name} 看不出格式。请以 {endings} 结尾，或给出 --format。</translation>
    </message>
    <message>
        <source>The overlap is {value}. Give 0 or a number above 0.</source>
        <translation>重叠为 {value}。请给出 0 或大于 0 的数。</translation>
    </message>
    <message>
        <source>There are logits twice: with --logits and without. Leave one out.</source>
        <translation>logit 给出了两次：一次用 --logits，一次没有用。请去掉一处。</translation>
    </message>
    <message>
        <source>There are no numbers here. Write for example 2.33,-1.46,0.56.</source>
        <translation>这里没有数值。请输入数值，例如 2.33,-1.46,0.56。</translation>
    </message>
    <message>
        <source>There is no class “{text}”. Write the name of a class ({names}), or a number for each class, for example {example}.</source>
        <translation>没有类别“{text}”。请输入类别名称 ({names})，或为每个类别各给一个数值，例如 {example}。</translation>
    </message>
    <message>
        <source>There is no column {column}. Give its number, from 1 to {count}, or its name{names}.</source>
        <translation>没有第 {column} 列。请给出列号（1 到 {count}），或列名{names}。</translation>
    </message>
    <message>
        <source>There is no column “{value}”. Choose from: {choices}.</source>
        <translation>没有“{value}”这一列。可选：{choices}。</translation>
    </message>
    <message>
        <source>There is no command and no file “{word}”.</source>
        <translation>没有名为“{word}”的命令或文件。</translation>
    </message>
    <message>
        <source>There is no display to open a window on: {reason}.
Start XentGUI in a desktop session, through ssh -X, or with xvfb-run.</source>
        <translation>没有可以打开窗口的显示器：{reason}。
请在桌面会话中、通过 ssh -X 或用 xvfb-run 启动 XentGUI。</translation>
    </message>
    <message>
        <source>There is no file and no lecture “{word}”. Choose: {names}.</source>
        <translation>没有名为“{word}”的文件或课件。请选择：{names}。</translation>
    </message>
    <message>
        <source>There is no input. Give a file, or numbers such as 2.33,-1.46,0.56.</source>
        <translation>没有输入。请给出文件，或数值，例如 2.33,-1.46,0.56。</translation>
    </message>
    <message>
        <source>There is no input. Give a file.</source>
        <translation>没有输入。请给出一个文件。</translation>
    </message>
    <message>
        <source>There is no option {word}.</source>
        <translation>没有选项 {word}。</translation>
    </message>
    <message>
        <source>There is no output. Name a file, for example -o figure.svg</source>
        <translation>没有给出输出。请指定文件，例如 -o figure.svg</translation>
    </message>
    <message>
        <source>There is no output. Name a file, for example -o handout.pdf</source>
        <translation>没有指定输出。请写出文件名，例如 -o handout.pdf</translation>
    </message>
    <message>
        <source>There is no panel “{value}”. Choose from: {choices}.</source>
        <translation>没有面板“{value}”。可选：{choices}。</translation>
    </message>
    <message>
        <source>There is no translation into {value}. Choose: {codes}.</source>
        <translation>没有 {value} 语言的译文。可选：{codes}。</translation>
    </message>
    <message>
        <source>There is nothing called “{value}” to choose. Choose from: {choices}.</source>
        <translation>没有名为“{value}”的选项。可选：{choices}。</translation>
    </message>
    <message>
        <source>There is nothing to do with “{word}” here.</source>
        <translation>这里用不到“{word}”。</translation>
    </message>
    <message>
        <source>WAYLAND_DISPLAY is not set</source>
        <translation>没有设置 WAYLAND_DISPLAY</translation>
    </message>
    <message>
        <source>XentGUI is in the menu now, and opens *.xent.json files; the files of that are below {folder}.  Take it back with: {program} --remove</source>
        <translation>XentGUI 已加入菜单，并可打开 *.xent.json 文件；相关文件位于 {folder}。撤销：{program} --remove</translation>
    </message>
    <message>
        <source>a document ({document}), a figure made by xentgui, logits ({logits}), or numbers such as 2,1,0; - or no FILE in a pipe: standard input</source>
        <translation>文档 ({document})、xentgui 导出的图片、logit ({logits})，或数值，例如 2,1,0；写 -，或在管道中不写 FILE，则读取标准输入</translation>
    </message>
    <message>
        <source>a document, or a lecture that comes with the program: {names}</source>
        <translation>文档，或程序自带的课件：{names}</translation>
    </message>
    <message>
        <source>a document, or a lecture that comes with the program: {names}; - or none in a pipe: standard input</source>
        <translation>文档，或随程序提供的讲课：{names}；写 -，或在管道中不写：标准输入</translation>
    </message>
    <message>
        <source>a file cannot be read, used or written</source>
        <translation>文件无法读取、使用或写入</translation>
    </message>
    <message>
        <source>a page for each step (default: for each scene, as it is after its last step)</source>
        <translation>每个步骤一页（默认：每个场景一页，取最后一步之后的样子）</translation>
    </message>
    <message>
        <source>a sentence above the panels</source>
        <translation>面板上方的一句话</translation>
    </message>
    <message>
        <source>a sentence below the panels</source>
        <translation>面板下方的一句话</translation>
    </message>
    <message>
        <source>animate: let {swept} or logit1, logit2 … go from A to B and back</source>
        <translation>动画：让 {swept} 或 logit1、logit2 … 从 A 变到 B 再返回</translation>
    </message>
    <message>
        <source>apt-get could not install them.</source>
        <translation>apt-get 未能安装。</translation>
    </message>
    <message>
        <source>both are exact and in nats (default: json)</source>
        <translation>两者都精确，单位为纳特（默认：json）</translation>
    </message>
    <message>
        <source>choose what a panel shows, for example trace.axis=log (can be repeated)</source>
        <translation>选择面板显示的内容，例如 trace.axis=log（可重复给出）</translation>
    </message>
    <message>
        <source>columns that are left out, or their numbers from 1</source>
        <translation>要略去的列，或从 1 数起的列号</translation>
    </message>
    <message>
        <source>commands:</source>
        <translation>命令：</translation>
    </message>
    <message>
        <source>decimal places in tables, 1 to 15 (default: 4)</source>
        <translation>表格中的小数位数，1 到 15（默认：4）</translation>
    </message>
    <message>
        <source>do not keep the numbers in the file, to open it again</source>
        <translation>不在文件中保存数据（保存后可再次打开）</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>dots per inch, with --cm (default: 300)</source>
        <translation>每英寸点数，与 --cm 同用（默认：300）</translation>
    </message>
    <message>
        <source>draw from p, with top-k, top-p and so on in any order, as JSON or CSV</source>
        <translation>从 p 中抽样，top-k、top-p 等可按任意顺序，输出 JSON 或 CSV</translation>
    </message>
    <message>
        <source>exit codes: 0 done, 1 a file cannot be read, used or written, 2 wrong usage, 3 no display or no libraries, 130 Ctrl-C</source>
        <translation>退出码：0 完成，1 文件无法读取、使用或写入，2 用法有误，3 没有显示器或缺少系统库，130 Ctrl-C</translation>
    </message>
    <message>
        <source>exit status</source>
        <translation>退出码</translation>
    </message>
    <message>
        <source>files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>frames a second (default: 20)</source>
        <translation>每秒帧数（默认：20）</translation>
    </message>
    <message>
        <source>frames of a sweep, one way (default: 40)</source>
        <translation>扫描的单程帧数（默认：40）</translation>
    </message>
    <message>
        <source>go to the optimum with Newton&apos;s method, in place of steps of a rate</source>
        <translation>用牛顿法直接到达最优，而不按学习率逐步走</translation>
    </message>
    <message>
        <source>how a step is chosen (default: gradient)</source>
        <translation>每一步如何选取（默认：gradient）</translation>
    </message>
    <message>
        <source>how far a step against the gradient goes (default: 1)</source>
        <translation>逆着梯度走多远（默认：1）</translation>
    </message>
    <message>
        <source>how many points a step takes; 0 for all (default: 0)</source>
        <translation>每一步取多少个点；0 表示全部（默认：0）</translation>
    </message>
    <message>
        <source>how many points of --data are made (default: 120)</source>
        <translation>--data 生成多少个点（默认：120）</translation>
    </message>
    <message>
        <source>how many steps (default: 100)</source>
        <translation>走多少步（默认：100）</translation>
    </message>
    <message>
        <source>in two ordinary windows, to share one of them, in place of the full screen</source>
        <translation>用两个普通窗口演示，以便共享其中一个，而不是全屏</translation>
    </message>
    <message>
        <source>json and csv are exact and always in nats; numpy and pytorch are scripts (default: from the output&apos;s name, else table)</source>
        <translation>json 和 csv 是精确值，单位总是纳特；numpy 和 pytorch 是脚本（默认：由输出文件名决定，否则为 table）</translation>
    </message>
    <message>
        <source>latex: as narrow as the column of a paper</source>
        <translation>latex：与论文的一栏同宽</translation>
    </message>
    <message>
        <source>latex: numbers aligned at their points, by siunitx</source>
        <translation>latex：用 siunitx 使数字按小数点对齐</translation>
    </message>
    <message>
        <source>leave out the formulas</source>
        <translation>不显示公式</translation>
    </message>
    <message>
        <source>leave out the numbers beside the marks</source>
        <translation>不显示数值标签</translation>
    </message>
    <message>
        <source>leave out the titles of the panels</source>
        <translation>不显示面板标题</translation>
    </message>
    <message>
        <source>let root install what Qt lacks on Debian and Ubuntu, without a question</source>
        <translation>在 Debian 和 Ubuntu 上，以 root 身份直接安装 Qt 缺少的系统库，不再询问</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>neither DISPLAY nor WAYLAND_DISPLAY is set</source>
        <translation>DISPLAY 和 WAYLAND_DISPLAY 都没有设置</translation>
    </message>
    <message>
        <source>no Wayland compositor answers at {name}</source>
        <translation>{name} 处没有 Wayland 合成器响应</translation>
    </message>
    <message>
        <source>no display or no libraries</source>
        <translation>没有显示器或缺少系统库</translation>
    </message>
    <message>
        <source>of the order of the points in each epoch, and of --data (default: 0)</source>
        <translation>每一轮中各点顺序的种子，也是 --data 的种子（默认：0）</translation>
    </message>
    <message>
        <source>open FILE in a window of its own, also where one is open that would take it</source>
        <translation>在单独的窗口中打开文件，即使已有窗口可以接收它</translation>
    </message>
    <message>
        <source>options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>options:</source>
        <translation>选项：</translation>
    </message>
    <message>
        <source>output file, a PDF; - for standard output</source>
        <translation>输出文件，为 PDF；- 表示标准输出</translation>
    </message>
    <message>
        <source>output file; - for standard output</source>
        <translation>输出文件；写 - 则输出到标准输出</translation>
    </message>
    <message>
        <source>output file; - for standard output (default: -)</source>
        <translation>输出文件；写 - 则输出到标准输出（默认：-）</translation>
    </message>
    <message>
        <source>points as CSV, a line for each: its inputs and its class; - or no FILE in a pipe: standard input</source>
        <translation>CSV 格式的点，每个点一行：它的输入和类别；- 或在管道中不写 FILE：标准输入</translation>
    </message>
    <message>
        <source>points that come with the program, in place of FILE</source>
        <translation>程序自带的点，代替 FILE</translation>
    </message>
    <message>
        <source>present a lecture: a document, or one that comes with the program</source>
        <translation>演示课件：一个文档，或程序自带的课件</translation>
    </message>
    <message>
        <source>put the program into the menu of the desktop, with its files</source>
        <translation>把程序及其文件类型加入桌面菜单</translation>
    </message>
    <message>
        <source>run the linters</source>
        <translation>运行代码检查</translation>
    </message>
    <message>
        <source>run the tests, with --all also those that take long; other options go to pytest</source>
        <translation>运行测试，加 --all 则包括耗时的测试；其他选项交给 pytest</translation>
    </message>
    <message>
        <source>scale the inputs while it trains; W and b are those of the inputs as they are</source>
        <translation>训练时将输入标准化；W 和 b 仍对应原始输入</translation>
    </message>
    <message>
        <source>settings, the work of a program that crashed, and its log; XENTGUI_CONFIG_DIR names another folder</source>
        <translation>设置、程序崩溃时未保存的工作和日志；可用 XENTGUI_CONFIG_DIR 指定其他文件夹</translation>
    </message>
    <message>
        <source>show the version</source>
        <translation>显示版本</translation>
    </message>
    <message>
        <source>show this help; also: {program} help COMMAND</source>
        <translation>显示本帮助；也可写 {program} help 命令</translation>
    </message>
    <message>
        <source>size of the text in pixels, or in points with --cm</source>
        <translation>文字大小，单位为像素；与 --cm 同用时为磅</translation>
    </message>
    <message>
        <source>softmax regression, linear discriminant analysis, or least squares without softmax (default: softmax)</source>
        <translation>softmax 回归、线性判别分析，或不含 softmax 的最小二乘（默认：softmax）</translation>
    </message>
    <message>
        <source>stop where no component of the gradient is larger (default: 0, which takes all steps)</source>
        <translation>梯度各分量都不超过此值时停下（默认：0，即走完所有步）</translation>
    </message>
    <message>
        <source>synopsis</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>take all of it away again</source>
        <translation>全部撤销</translation>
    </message>
    <message>
        <source>the background (default: theme)</source>
        <translation>背景（默认：theme）</translation>
    </message>
    <message>
        <source>the colours (default: light)</source>
        <translation>配色（默认：light）</translation>
    </message>
    <message>
        <source>the colours, for this run</source>
        <translation>配色，仅用于本次运行</translation>
    </message>
    <message>
        <source>the column of the class (default: the one called class, else the last)</source>
        <translation>类别所在的列（默认：名为 class 的列，否则为最后一列）</translation>
    </message>
    <message>
        <source>the column with the names of the classes, or its number</source>
        <translation>写有类别名称的列，或其列号</translation>
    </message>
    <message>
        <source>the column with the targets, or its number from 1</source>
        <translation>写有目标的列，或从 1 数起的列号</translation>
    </message>
    <message>
        <source>the columns of table, markdown and latex, with commas between them: {columns}</source>
        <translation>table、markdown 和 latex 中的列，用逗号分隔：{columns}</translation>
    </message>
    <message>
        <source>the columns of the inputs (default: all but the class)</source>
        <translation>输入所在的列（默认：除类别外的所有列）</translation>
    </message>
    <message>
        <source>the deviation of the clouds that are made</source>
        <translation>所生成的点团的标准差</translation>
    </message>
    <message>
        <source>the display {name} does not answer</source>
        <translation>显示器 {name} 没有响应</translation>
    </message>
    <message>
        <source>the folder with “share” for the files (default: ~/.local, for this person alone)</source>
        <translation>含有“share”的文件夹，文件放在其中（默认：~/.local，仅限当前用户）</translation>
    </message>
    <message>
        <source>the format of the file (default: from the output&apos;s name)</source>
        <translation>文件格式（默认：由输出文件名决定）</translation>
    </message>
    <message>
        <source>the language, for this run: {codes}</source>
        <translation>语言，仅用于本次运行：{codes}</translation>
    </message>
    <message>
        <source>the letters: sans, serif for a paper in Computer Modern or Times, or the system&apos;s (default: sans)</source>
        <translation>字体：sans（无衬线）、serif（衬线，用于 Computer Modern 或 Times 排版的论文）或 system（系统字体）（默认：sans）</translation>
    </message>
    <message>
        <source>the logits instead of a FILE, for example 2.33,-1.46,0.56</source>
        <translation>用这些 logit 代替 FILE，例如 2.33,-1.46,0.56</translation>
    </message>
    <message>
        <source>the loss (default: cross_entropy)</source>
        <translation>损失（默认：cross_entropy）</translation>
    </message>
    <message>
        <source>the loss (default: the file&apos;s, else cross_entropy)</source>
        <translation>损失（默认：文件中的损失，否则为 cross_entropy）</translation>
    </message>
    <message>
        <source>the name of the right class, or a number for each class, for example 1,0,0 (default: the file&apos;s, else the first class)</source>
        <translation>正确类别的名称，或为每个类别各给一个数值，例如 1,0,0（默认：文件中的目标，否则为第一个类别）</translation>
    </message>
    <message>
        <source>the names of the classes; one that holds a comma stands in quotation marks, as in CSV</source>
        <translation>各类别的名称；含逗号的名称像 CSV 那样加双引号</translation>
    </message>
    <message>
        <source>the panels to show, with commas between them, by key or by name (default: the file&apos;s, else {panels})</source>
        <translation>要显示的面板，用逗号隔开，可写键名或名称（默认：文件中的面板，否则为 {panels}）</translation>
    </message>
    <message>
        <source>the share of the step before that is taken along (default: 0)</source>
        <translation>把上一步的多少带进这一步（默认：0）</translation>
    </message>
    <message>
        <source>the size of the paper (default: a4)</source>
        <translation>纸张大小（默认：a4）</translation>
    </message>
    <message>
        <source>the text of an SVG: outlines, the same everywhere (default), or text that can be edited, with its fonts embedded or only named</source>
        <translation>SVG 中的文字：outlines 为轮廓，处处相同（默认）；embedded 或 named 为可编辑的文本，字体嵌入文件中或只写名称</translation>
    </message>
    <message>
        <source>the unit of information (default: the file&apos;s, else nats)</source>
        <translation>信息量的单位（默认：文件中的单位，否则为 nats）</translation>
    </message>
    <message>
        <source>the workspace to begin with</source>
        <translation>启动时显示的工作区</translation>
    </message>
    <message>
        <source>train a classifier of points, and write its weights as JSON or CSV</source>
        <translation>训练点的分类器，并将其权重写成 JSON 或 CSV</translation>
    </message>
    <message>
        <source>usage: {program} [options] [{operand}]</source>
        <translation>用法：{program} [选项] [{operand}]</translation>
    </message>
    <message>
        <source>walk down the loss, and write the trace as JSON or CSV</source>
        <translation>沿损失下降行走，并把轨迹写成 JSON 或 CSV</translation>
    </message>
    <message>
        <source>what W belongs to: x1, x2 …, x1^2, x1*x2, sin x1 … (default: the inputs as they are)</source>
        <translation>W 对应的特征：x1、x2 …、x1^2、x1*x2、sin x1 …（默认：原样的输入）</translation>
    </message>
    <message>
        <source>what stands around the plots (default: window)</source>
        <translation>图的四周有什么（默认：window）</translation>
    </message>
    <message>
        <source>what the numbers of a text are (default: as they look)</source>
        <translation>文本中的数是什么（默认：按其样子判断）</translation>
    </message>
    <message>
        <source>what the window opens: a document, a figure made by xentgui, logits, the token of a scene (xent:…), or numbers such as 2,1,0</source>
        <translation>窗口打开的内容：文档、xentgui 制作的图片、logit、场景代码（xent:…），或 2,1,0 这样的数值</translation>
    </message>
    <message>
        <source>which row of a matrix, counted from 0 as numpy does</source>
        <translation>矩阵的第几行，与 numpy 一样从 0 数起</translation>
    </message>
    <message>
        <source>which scene of a document, counted from 1 (default: 1)</source>
        <translation>文档的第几个场景，从 1 数起（默认：1）</translation>
    </message>
    <message>
        <source>which stages of the sampler come first; the others follow (default: the file&apos;s, else {default})</source>
        <translation>采样器中先进行的步骤，其余随后（默认：文件中的，否则 {default}）</translation>
    </message>
    <message>
        <source>width and height in centimetres, for paper, or the width alone</source>
        <translation>宽和高（厘米，用于纸面），或只给宽</translation>
    </message>
    <message>
        <source>width and height in pixels, or the width alone (default: 1600x900)</source>
        <translation>宽和高（像素），或只给宽（默认：1600x900）</translation>
    </message>
    <message>
        <source>write a figure as PNG, SVG or PDF, or a sweep as APNG, GIF, WebP or MP4</source>
        <translation>将图片写成 PNG、SVG 或 PDF，或将扫描写成 APNG、GIF、WebP 或 MP4</translation>
    </message>
    <message>
        <source>write a lecture as a PDF, a page for each scene, with its answers</source>
        <translation>把讲课写成 PDF 讲义，每个场景一页，附答案</translation>
    </message>
    <message>
        <source>write the numbers of a state as a table, JSON, CSV, Markdown or LaTeX</source>
        <translation>将一个状态的数值写成表格 (table)、JSON、CSV、Markdown 或 LaTeX</translation>
    </message>
    <message>
        <source>write what the lecturer says, too, into a second file: out-notes.pdf beside out.pdf</source>
        <translation>同时把讲稿写入另一个文件：out.pdf 旁边的 out-notes.pdf</translation>
    </message>
    <message>
        <source>wrong usage</source>
        <translation>用法有误</translation>
    </message>
    <message>
        <source>{count} files were removed below {folder}.</source>
        <translation>已从 {folder} 删除 {count} 个文件。</translation>
    </message>
    <message>
        <source>{file} is opened in the window that is there; --new-window opens another.</source>
        <translation>{file} 已在现有窗口中打开；要另开窗口，请加 --new-window。</translation>
    </message>
    <message>
        <source>{key} cannot be “{value}”. Choose from: {choices}.</source>
        <translation>{key} 不能取“{value}”。可选：{choices}。</translation>
    </message>
    <message>
        <source>{key} takes one value, not {count}.</source>
        <translation>{key} 只取一个值，而不是 {count} 个。</translation>
    </message>
    <message>
        <source>{name} is read as {what}</source>
        <translation>{name} 读作：{what}</translation>
    </message>
    <message>
        <source>{name} is the name of a picture. Write it with: xentgui export … -o {name}</source>
        <translation>{name} 是图片的名称。写图片请用：xentgui export … -o {name}</translation>
    </message>
    <message>
        <source>{one} and {other} do not go together. Leave one out.</source>
        <translation>{one} 与 {other} 不能同时使用。请去掉一个。</translation>
    </message>
    <message>
        <source>{option} is for texts, and {name} has no columns that were guessed. Leave it out.</source>
        <translation>{option} 只用于文本，而 {name} 没有需要判断的列。请去掉它。</translation>
    </message>
    <message>
        <source>{text} could be class {text} counted from 1 ({from_one}), or counted from 0 ({from_zero}). Write the name of the class, or a number for each class, for example {example}.</source>
        <translation>{text} 可能指从 1 数起的第 {text} 类 ({from_one})，也可能从 0 数起 ({from_zero})。请输入类别名称，或为每个类别各给一个数值，例如 {example}。</translation>
    </message>
    <message>
        <source>{text}; one of {choices}</source>
        <translation>{text}；可选：{choices}</translation>
    </message>
    <message>
        <source>{usage} (default: the file&apos;s, else {default})</source>
        <translation>{usage}（默认：文件中的值，否则为 {default}）</translation>
    </message>
    <message>
        <source>{usage} (default: {default})</source>
        <translation>{usage}（默认：{default}）</translation>
    </message>
    <message>
        <source>{value} is for the numbers of one state, not of many samples.</source>
        <translation>{value} 只用于一个状态的数值，不用于多个样本。</translation>
    </message>
    <message>
        <source>{value} is not a whole number from {least} to {most}.</source>
        <translation>{value} 不是 {least} 到 {most} 之间的整数。</translation>
    </message>
    <message>
        <source>{value} needs --sweep, for example --sweep temperature=0.1:5.</source>
        <translation>{value} 需要 --sweep，例如 --sweep temperature=0.1:5。</translation>
    </message>
    <message>
        <source>{word} could be {names}.</source>
        <translation>{word} 可能是 {names}。</translation>
    </message>
    <message>
        <source>{word} needs a value: {word} {metavar}</source>
        <translation>{word} 需要一个值：{word} {metavar}</translation>
    </message>
    <message>
        <source>{word} takes no value.</source>
        <translation>{word} 不带值。</translation>
    </message>
    <message>
        <source>{word}: {reason}</source>
        <translation>{word}：{reason}</translation>
    </message>
    <message>
        <source>λ, of which half is the price of the squares of W (default: 0)</source>
        <translation>λ，损失加上 W 的平方和的 λ/2 倍（默认：0）</translation>
    </message>
    <message>
        <source>“{text}” is not a choice. Write it like trace.axis=log.</source>
        <translation>“{text}”不是有效的选择。请写成 trace.axis=log 的形式。</translation>
    </message>
    <message>
        <source>“{text}” is not a size. Write width and height like 1920x1080.</source>
        <translation>“{text}”不是尺寸。请写成宽和高，例如 1920x1080。</translation>
    </message>
    <message>
        <source>“{text}” is not a sweep. Write it like temperature=0.1:5.</source>
        <translation>“{text}”不是扫描。请写成 temperature=0.1:5 的形式。</translation>
    </message>
    <message>
        <source>“{value}” cannot be swept. Choose one of: {choices}.</source>
        <translation>“{value}”不能扫描。可选：{choices}。</translation>
    </message>
    <message>
        <source>“{value}” is not a number above 0.</source>
        <translation>“{value}”不是大于 0 的数值。</translation>
    </message>
    <message>
        <source>“{value}” is not a whole number.</source>
        <translation>“{value}”不是整数。</translation>
    </message>
    <message>
        <source>“{value}” is not one of: {choices}.</source>
        <translation>“{value}”不在可选项中：{choices}。</translation>
    </message>
</context>
<context>
    <name>descent</name>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>After {steps} steps, the loss still falls.</source>
        <translation>{steps} 步之后，损失仍在下降。</translation>
    </message>
    <message>
        <source>All points are right: without decay, there is no finite optimum, and the weights grow for ever.</source>
        <translation>所有点都正确：没有衰减就没有有限的最优点，权重会永远增长。</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>Change in this step</source>
        <translation>此步的变化</translation>
    </message>
    <message>
        <source>Choose Features</source>
        <translation>选择特征</translation>
    </message>
    <message>
        <source>Choose a Model</source>
        <translation>选择模型</translation>
    </message>
    <message>
        <source>Class shares alone</source>
        <translation>只按类别比例</translation>
    </message>
    <message>
        <source>Cycling: the same states come again and again. Choose a smaller rate.</source>
        <translation>循环：相同的状态反复出现。请选择更小的学习率。</translation>
    </message>
    <message>
        <source>Decay λ</source>
        <translation>衰减 λ</translation>
    </message>
    <message>
        <source>Each step goes where the curvature puts the minimum, halved until the loss falls</source>
        <translation>每一步走向由曲率估计的最小点，并减半直到损失下降</translation>
    </message>
    <message>
        <source>Each step is −η·∂L/∂z</source>
        <translation>每一步为 −η·∂L/∂z</translation>
    </message>
    <message>
        <source>Each step takes the share β of the one before along</source>
        <translation>每一步带上前一步的 β 倍</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Go Back a Step</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Go Back a Step of Training</source>
        <translation>退回训练的一步</translation>
    </message>
    <message>
        <source>Go to the Optimum</source>
        <translation>直达最优点</translation>
    </message>
    <message>
        <source>Go to the Start of the Training</source>
        <translation>回到训练的起点</translation>
    </message>
    <message>
        <source>Go to the Start of the Walk</source>
        <translation>回到起点</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Half of it times the squares of W is added to the loss</source>
        <translation>它的一半乘以 W 的平方和，加到损失上</translation>
    </message>
    <message>
        <source>How far a step against the gradient goes</source>
        <translation>沿梯度反方向一步走多远</translation>
    </message>
    <message>
        <source>How many points a step takes; 0 for all of them, 1 for single points</source>
        <translation>每一步取多少个点；0 为全部，1 为单个点</translation>
    </message>
    <message>
        <source>In closed form: W and b follow from the points. A step of training goes on from the trained W and b.</source>
        <translation>闭式解：W 和 b 由点得出。再训练一步，会从训练过的 W 和 b 继续。</translation>
    </message>
    <message>
        <source>LDA</source>
        <translation>LDA</translation>
    </message>
    <message>
        <source>Least squares on the targets without softmax: outputs can leave [0, 1]</source>
        <translation>不用 softmax，对目标做最小二乘：输出可能超出 [0, 1]</translation>
    </message>
    <message>
        <source>Linear discriminant analysis: W and b from the mean of each class and one covariance</source>
        <translation>线性判别分析：由各类别的均值和同一个协方差得出 W 和 b</translation>
    </message>
    <message>
        <source>Mean loss</source>
        <translation>平均损失</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Momentum β</source>
        <translation>动量 β</translation>
    </message>
    <message>
        <source>Never predicted: {names}.</source>
        <translation>从未预测：{names}。</translation>
    </message>
    <message>
        <source>Newton</source>
        <translation>牛顿法</translation>
    </message>
    <message>
        <source>No activation</source>
        <translation>无激活</translation>
    </message>
    <message>
        <source>No finite optimum: straight lines separate classes, so the weights grow for ever. Decay would hold them.</source>
        <translation>没有有限的最优点：直线能把类别分开，权重会永远增长。衰减可以约束它们。</translation>
    </message>
    <message>
        <source>No minimum: the loss falls for ever, but no component of the gradient is larger than {tolerance}.</source>
        <translation>没有最小值：损失一直下降，但梯度的各分量都已不大于 {tolerance}。</translation>
    </message>
    <message>
        <source>No minimum: the loss falls for ever.</source>
        <translation>没有最小值：损失一直下降。</translation>
    </message>
    <message>
        <source>No minimum: the loss falls like 1/n for ever.</source>
        <translation>没有最小值：损失按 1/n 一直下降。</translation>
    </message>
    <message>
        <source>No step changes the weights any more.</source>
        <translation>再走一步也不会改变权重了。</translation>
    </message>
    <message>
        <source>Not decreasing: no step changes the loss any more.</source>
        <translation>不再下降：任何一步都不再改变损失。</translation>
    </message>
    <message>
        <source>Not decreasing: the loss has not fallen for {steps} steps. Choose a smaller rate.</source>
        <translation>不再下降：损失已有 {steps} 步没有降低。请选择更小的学习率。</translation>
    </message>
    <message>
        <source>Of the order of the points in each epoch</source>
        <translation>每一轮中各点的顺序</translation>
    </message>
    <message>
        <source>Outputs at the points go from {least} to {most}. They are no probabilities: wherever p or a loss is shown, it is softmax of them, to compare.</source>
        <translation>各点的输出从 {least} 到 {most}。输出不是概率：凡是显示 p 或损失之处，都是输出的 softmax，供比较。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Rate η</source>
        <translation>学习率 η</translation>
    </message>
    <message>
        <source>Reached: no component of the gradient is larger than {tolerance}.</source>
        <translation>已到达：梯度的各分量都不大于 {tolerance}。</translation>
    </message>
    <message>
        <source>Reached: the gradient is 0.</source>
        <translation>已到达：梯度为 0。</translation>
    </message>
    <message>
        <source>Scale the inputs while it trains; W and b are still those of the inputs as they are</source>
        <translation>训练时缩放输入；W 和 b 仍是原样输入的</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Set the Weights to 0</source>
        <translation>把权重设为 0</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Softmax regression: W and b go down the mean loss</source>
        <translation>softmax 回归：W 和 b 沿平均损失下降</translation>
    </message>
    <message>
        <source>Standardise</source>
        <translation>标准化</translation>
    </message>
    <message>
        <source>Take a Step</source>
        <translation>走一步</translation>
    </message>
    <message>
        <source>Take a Step of Training</source>
        <translation>训练一步</translation>
    </message>
    <message>
        <source>The optimum: the gradient is 0 but for rounding.</source>
        <translation>最优点：除舍入误差外，梯度为 0。</translation>
    </message>
    <message>
        <source>The share of the step before that is taken along</source>
        <translation>带上前一步的多少倍</translation>
    </message>
    <message>
        <source>The tick is at 4/λmax(AᵀA/N) = {rate}: below it, the loss cannot rise.</source>
        <translation>刻度在 4/λmax(AᵀA/N) = {rate}：低于它，损失不会上升。</translation>
    </message>
    <message>
        <source>The tick is at 4T²/Σy = {rate}: below it, the loss cannot rise.</source>
        <translation>刻度位于 4T²/Σy = {rate}：小于它时，损失不会上升。</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>What W belongs to: K linear functions of more numbers, whose boundaries bend</source>
        <translation>W 所对应的：仍是 K 个线性函数，但自变量更多，边界会弯曲</translation>
    </message>
    <message>
        <source>step {step} of {steps}</source>
        <translation>第 {step} 步，共 {steps} 步</translation>
    </message>
    <message>
        <source>{right} of {count}</source>
        <translation>{count} 个中 {right} 个正确</translation>
    </message>
    <message>
        <source>Σ|p − y|</source>
        <translation>Σ|p − y|</translation>
    </message>
    <message>
        <source>‖∂L/∂W, ∂L/∂b‖</source>
        <translation>‖∂L/∂W, ∂L/∂b‖</translation>
    </message>
    <message>
        <source>‖∂L/∂z‖</source>
        <translation>‖∂L/∂z‖</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A classifier needs at least one feature. Choose one.</source>
        <translation>分类器至少需要一个特征。请选择一个。</translation>
    </message>
    <message>
        <source>A classifier needs at least one point. Add a point.</source>
        <translation>分类器至少需要一个点。请添加一个点。</translation>
    </message>
    <message>
        <source>A classifier needs at least one point. Add another one first.</source>
        <translation>分类器至少需要一个点。请先添加另一个点。</translation>
    </message>
    <message>
        <source>A column of points is an input, the class, or none.</source>
        <translation>点的一列只能是输入、类别，或者不用。</translation>
    </message>
    <message>
        <source>A document has at most {most} scenes. Begin another document for more.</source>
        <translation>一个文档最多有 {most} 个场景。如需更多，请另建文档。</translation>
    </message>
    <message>
        <source>A figure shows at least one panel. Choose one.</source>
        <translation>一张图片至少要有一个面板。请选择一个。</translation>
    </message>
    <message>
        <source>A frame would have {width} × {height} pixels. Choose a smaller size.</source>
        <translation>每一帧将有 {width} × {height} 像素。请选择较小的尺寸。</translation>
    </message>
    <message>
        <source>A new point needs {count} inputs, and line {line} has {given} numbers. Copy whole points.</source>
        <translation>新的点需要 {count} 个输入，而第 {line} 行有 {given} 个数。请复制完整的点。</translation>
    </message>
    <message>
        <source>A point has {count} inputs, and {given} are given. Give a number for each.</source>
        <translation>一个点有 {count} 个输入，而给出了 {given} 个。请为每个输入给出一个数。</translation>
    </message>
    <message>
        <source>A sweep goes from one finite number to another, and {value} is not one.</source>
        <translation>扫描须从一个有限数到另一个有限数，而 {value} 不是有限数。</translation>
    </message>
    <message>
        <source>A target on the command line is for one sample, and {name} holds {count} of them. Choose one with --row, or put the targets into the file.</source>
        <translation>命令行中的目标只用于一个样本，而 {name} 中有 {count} 个。请用 --row 选择一个，或将目标写入文件。</translation>
    </message>
    <message>
        <source>A triangle needs three classes. Add a class.</source>
        <translation>三角形需要三个类别。请添加一个类别。</translation>
    </message>
    <message>
        <source>All numbers lie between 0 and 1; they are taken as logits, but could be probabilities.</source>
        <translation>所有数都在 0 与 1 之间；现作为 logit，但也可能是概率。</translation>
    </message>
    <message>
        <source>All points have the class {label}. Give points of two classes or more.</source>
        <translation>所有点的类别都是 {label}。请给出两个或更多类别的点。</translation>
    </message>
    <message>
        <source>An animation can have 2 to {most} frames; this one would have {count}.</source>
        <translation>动画可以有 2 到 {most} 帧；这样会有 {count} 帧。</translation>
    </message>
    <message>
        <source>An animation shows up to 50 frames a second, and {value} is not such a number.</source>
        <translation>动画每秒最多 50 帧，而 {value} 不是这样的数。请给出 1 到 50 之间的数。</translation>
    </message>
    <message>
        <source>An order names each of the {count} classes once. Name every class, and none twice.</source>
        <translation>顺序须将 {count} 个类别各列一次。请列出每个类别，且不要重复。</translation>
    </message>
    <message>
        <source>Another program has changed {file}. Reload it, which can be undone, or keep what is here.</source>
        <translation>其他程序修改了 {file}。请重新加载（可以撤销），或保留当前内容。</translation>
    </message>
    <message>
        <source>At T = {value}, no logits give these probabilities. Choose another temperature.</source>
        <translation>T = {value} 时，没有 logit 能给出这些概率。请选择其他温度。</translation>
    </message>
    <message>
        <source>At temperature {value} the loss has no gradient to follow. Choose a temperature above 0 and below inf.</source>
        <translation>温度为 {value} 时损失没有可循的梯度。请选择大于 0 且小于 inf 的温度。</translation>
    </message>
    <message>
        <source>At {place} the key {key} is missing. Add it.</source>
        <translation>{place} 处缺少键 {key}。请补上。</translation>
    </message>
    <message>
        <source>At {place}: {reason}</source>
        <translation>{place}：{reason}</translation>
    </message>
    <message>
        <source>Choices are filled in from A on, at least two. Fill in those that are missing.</source>
        <translation>选项从 A 开始填，至少两个。请补上缺少的。</translation>
    </message>
    <message>
        <source>Column {column} counts up by 1, as numbers of rows do; it is taken as logits. Is this meant?</source>
        <translation>第 {column} 列像行号一样逐一递增；现作为 logit。是这个意思吗？</translation>
    </message>
    <message>
        <source>Column {column} counts up by 1; it is taken as the number of each row, not as values.</source>
        <translation>第 {column} 列逐一递增；现作为行号，而不是数值。</translation>
    </message>
    <message>
        <source>Column {column} has whole numbers only; it is taken as a class like the others. Is it the class of each row?</source>
        <translation>第 {column} 列只有整数；现与其他列一样作为一个类别。它是每一行所属的类别吗？</translation>
    </message>
    <message>
        <source>Columns {column} and {other} are both called {name}. Rename one of them.</source>
        <translation>第 {column} 列与第 {other} 列都叫 {name}。请将其中一列改名。</translation>
    </message>
    <message>
        <source>Columns {first} and {second} both hold {what}. Leave one of them out.</source>
        <translation>第 {first} 列和第 {second} 列都是{what}。请略去其中一列。</translation>
    </message>
    <message>
        <source>Each comma could group thousands as well: {cell} is read as {value}.</source>
        <translation>每个逗号也可能是千位分隔符：{cell} 读作 {value}。</translation>
    </message>
    <message>
        <source>Each line has one cell only. Write the inputs and the class of a point in each.</source>
        <translation>每行只有一个单元格。请在每行写一个点的输入和类别。</translation>
    </message>
    <message>
        <source>Every class would be switched off. Give at least one class a finite logit.</source>
        <translation>这样所有类别都会被屏蔽。请至少给一个类别有限的 logit。</translation>
    </message>
    <message>
        <source>Every row sums to 1, so the numbers are taken as probabilities, and z = log p.</source>
        <translation>每一行的总和都是 1，因此这些数作为概率，z = log p。</translation>
    </message>
    <message>
        <source>Every target is 0, so no factor makes them add up to 1. Give one class a target.</source>
        <translation>所有目标都是 0，乘以任何系数总和都不会是 1。请给某个类别一个目标值。</translation>
    </message>
    <message>
        <source>In line {line}, the class is missing. Write its name.</source>
        <translation>第 {line} 行缺少类别。请写出它的名称。</translation>
    </message>
    <message>
        <source>In line {line}, {name} is {value}. Write a finite number.</source>
        <translation>第 {line} 行的 {name} 为 {value}。请写一个有限的数。</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Line {line} begins a row of {found} values where the others have {expected}. Give every row the same number of values.</source>
        <translation>从第 {line} 行开始的一行有 {found} 个数值，其他行有 {expected} 个。请让每一行的数值个数相同。</translation>
    </message>
    <message>
        <source>Line {line} cannot be read as CSV. Is a quotation mark missing?</source>
        <translation>第 {line} 行无法按 CSV 读取。是否缺少引号？</translation>
    </message>
    <message>
        <source>Line {line} ends with a backslash: the columns go on further below. Print them in one piece, with pandas.set_option(&apos;display.width&apos;, None), or copy frame.to_csv().</source>
        <translation>第 {line} 行以反斜杠结尾：后面的列写在更下方。请用 pandas.set_option(&apos;display.width&apos;, None) 一次打印全部列，或复制 frame.to_csv() 的结果。</translation>
    </message>
    <message>
        <source>Line {line} has {given} cells, and the first one has {wanted}. Write as many in each line.</source>
        <translation>第 {line} 行有 {given} 个单元格，而第一行有 {wanted} 个。请让每行的单元格一样多。</translation>
    </message>
    <message>
        <source>Line {line} is marked as beginning with value {found}, but {expected} stand above it. Copy all lines of the print.</source>
        <translation>第 {line} 行标明从第 {found} 个数开始，而它上面有 {expected} 个数。请复制打印出的所有行。</translation>
    </message>
    <message>
        <source>Line {line}, column {column} is empty. Write a number, or leave out the whole row.</source>
        <translation>第 {line} 行第 {column} 列为空。请写一个数，或去掉整行。</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: the minus of {cell} stands apart from its number; it is read as {value}.</source>
        <translation>第 {line} 行第 {column} 列：{cell} 的负号与数分开写；现读作 {value}。</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: the probability {cell} is not 0 or more. Take the numbers as logits or as log-probabilities.</source>
        <translation>第 {line} 行第 {column} 列：概率 {cell} 小于 0。请把这些数作为 logit 或对数概率。</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: the target {cell} is not 0 or more. A target says how much of each class is asked for.</source>
        <translation>第 {line} 行第 {column} 列：目标 {cell} 不是大于或等于 0 的数。目标说明对每个类别要求多少。</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {cell} and {other} in line {other_line} use different decimal signs. Write all numbers with the same one.</source>
        <translation>第 {line} 行第 {column} 列：{cell} 与第 {other_line} 行的 {other} 使用了不同的小数点。请统一所有数的小数点。</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {cell} cannot be read as a number. Write a number, or -inf for a class that is switched off.</source>
        <translation>第 {line} 行第 {column} 列：{cell} 不能读作数。请写一个数；要屏蔽类别，请写 -inf。</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {cell} is infinite. Write a finite number, or -inf for a class that is switched off.</source>
        <translation>第 {line} 行第 {column} 列：{cell} 是无穷大。请写一个有限数；要屏蔽类别，请写 -inf。</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {cell} is not one of the {count} classes. Write the number of a class, counted from 0, or its name from the first line.</source>
        <translation>第 {line} 行第 {column} 列：{cell} 不是 {count} 个类别之一。请写类别的编号（从 0 数起），或第一行中的类别名称。</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {cell} stands between two numbers, and could be a minus or a difference. Write −1.46 without a blank, or commas between the numbers.</source>
        <translation>第 {line} 行第 {column} 列：{cell} 位于两个数之间，可能是负号，也可能是减号。请写成没有空格的 −1.46，或在数之间加逗号。</translation>
    </message>
    <message>
        <source>Line {line}, column {column}: “...” stands for numbers that were not printed. Print all of them, with numpy.set_printoptions(threshold=sys.maxsize) or torch.set_printoptions(profile=&quot;full&quot;), or save them with numpy.save and open the file.</source>
        <translation>第 {line} 行第 {column} 列：“...”代表没有打印出来的数。请用 numpy.set_printoptions(threshold=sys.maxsize) 或 torch.set_printoptions(profile=&quot;full&quot;) 全部打印出来，或用 numpy.save 保存后打开该文件。</translation>
    </message>
    <message>
        <source>Line {line}: a comma is missing before {found}. Separate all values by commas, or all by blanks.</source>
        <translation>第 {line} 行：{found} 前缺少逗号。请全部用逗号分隔，或全部用空格分隔。</translation>
    </message>
    <message>
        <source>Line {line}: a quotation mark is not closed, or something follows it. Write each quoted cell as &quot;…&quot; and double a mark inside it.</source>
        <translation>第 {line} 行：引号没有闭合，或引号之后还有内容。请将带引号的单元格写作 &quot;…&quot;，其中的引号写两遍。</translation>
    </message>
    <message>
        <source>Line {line}: the brackets are nested too deeply. A vector has one pair of brackets, a matrix two.</source>
        <translation>第 {line} 行：括号嵌套过多。向量有一层括号，矩阵有两层。</translation>
    </message>
    <message>
        <source>Line {line}: this result of a model has no logits. Print result.logits and copy that.</source>
        <translation>第 {line} 行：这个模型输出没有 logits。请打印 result.logits 并复制。</translation>
    </message>
    <message>
        <source>Line {line}: this row has the length {found} instead of {expected}. Give every row the same number of cells.</source>
        <translation>第 {line} 行：此行长度为 {found}，应为 {expected}。请让每一行的单元格个数相同。</translation>
    </message>
    <message>
        <source>Line {line}: {found} is a factor, and digits are missing behind it. Print the numbers with “format long g”, or with mat2str.</source>
        <translation>第 {line} 行：{found} 是一个公因子，后面的数位数不全。请用 format long g 或 mat2str 打印。</translation>
    </message>
    <message>
        <source>Line {line}: {found} is not expected here. Copy the whole array with all its brackets.</source>
        <translation>第 {line} 行：此处不应出现 {found}。请连同所有括号复制整个数组。</translation>
    </message>
    <message>
        <source>Line {line}: {found} is not understood. Copy the numbers alone, or a printed array.</source>
        <translation>第 {line} 行：无法理解 {found}。请只复制数值，或复制打印出来的数组。</translation>
    </message>
    <message>
        <source>Line {line}: {found} is only a part of the columns. Print all of them together, with mat2str.</source>
        <translation>第 {line} 行：{found} 只是一部分列。请用 mat2str 一次打印全部。</translation>
    </message>
    <message>
        <source>Line {line}: {name} is not understood. Name the values “label”, “logit” and “target”, or give one number for each class.</source>
        <translation>第 {line} 行：无法理解 {name}。请将数值命名为“label”“logit”和“target”，或为每个类别给出一个数。</translation>
    </message>
    <message>
        <source>Logits and probabilities stand in one table. Choose the columns of one of them, and leave the others out.</source>
        <translation>一个表格中既有 logit 又有概率。请选定其中一种的列，略去其余的列。</translation>
    </message>
    <message>
        <source>MP4 needs the program ffmpeg, which is not installed. Install it, or choose APNG or WebP.</source>
        <translation>MP4 需要 ffmpeg 程序，而它没有安装。请安装，或选择 APNG 或 WebP。</translation>
    </message>
    <message>
        <source>Newton&apos;s method is for cross-entropy and KL divergence, and the loss is {loss}. Choose another loss, or the method gradient.</source>
        <translation>牛顿法用于交叉熵和 KL 散度，而当前损失是 {loss}。请选择其他损失，或方法 gradient。</translation>
    </message>
    <message>
        <source>No column holds an input. Choose one with numbers in its menu.</source>
        <translation>没有作为输入的列。请在某个数字列的菜单中选择。</translation>
    </message>
    <message>
        <source>No column holds the classes. Choose the one that does in its menu.</source>
        <translation>没有作为类别的列。请在相应列的菜单中选择。</translation>
    </message>
    <message>
        <source>No column is called class: {name} is taken for it. Choose another one in its menu.</source>
        <translation>没有名为 class 的列：{name} 被当作类别。要换一列，请在其菜单中选择。</translation>
    </message>
    <message>
        <source>No line names the columns: {name} is taken for the class. Choose another one in its menu.</source>
        <translation>没有列名行：{name} 被当作类别。要换一列，请在其菜单中选择。</translation>
    </message>
    <message>
        <source>No row has a class that counts: all are -1 or -100. Give at least one row a class.</source>
        <translation>没有一行有算数的类别：全部是 -1 或 -100。请至少给一行写上类别。</translation>
    </message>
    <message>
        <source>No row has the class 0: the classes seem to be counted from 1, which fits the numbers better.</source>
        <translation>没有一行的类别是 0：类别似乎从 1 数起，这样与各行的数更相符。</translation>
    </message>
    <message>
        <source>No row has the class 0; the classes are counted from 0 all the same. Is this meant?</source>
        <translation>没有一行的类别是 0；现仍从 0 数起。是这个意思吗？</translation>
    </message>
    <message>
        <source>None of these columns is a class name, a logit or a target. Name the columns: class, logit, target.</source>
        <translation>这些列都不是类别名称、logit 或目标。请为各列命名：class、logit、target。</translation>
    </message>
    <message>
        <source>Nothing is written here. Write a number, for example 2.33, 1/3, ln(2) or -inf.</source>
        <translation>这里是空的。请写一个数，例如 2.33、1/3、ln(2) 或 -inf。</translation>
    </message>
    <message>
        <source>Only a classifier has points. Open one.</source>
        <translation>只有分类器才有点。请打开一个分类器。</translation>
    </message>
    <message>
        <source>Open a file that XentGUI has saved.</source>
        <translation>请打开由 XentGUI 保存的文件。</translation>
    </message>
    <message>
        <source>Point {number} has {value} for {name}. Type a finite number.</source>
        <translation>第 {number} 个点的 {name} 为 {value}。请输入有限的数。</translation>
    </message>
    <message>
        <source>Row {row} of {name}, counted from 0: every logit is -inf. At least one has to be finite.</source>
        <translation>{name} 的第 {row} 行（从 0 数起）：所有 logit 都是 -inf。至少要有一个是有限数。</translation>
    </message>
    <message>
        <source>Row {row} of {name}, counted from 0: the logit of class {column} is {value}. A logit is finite, or -inf for a class that is switched off.</source>
        <translation>{name} 的第 {row} 行（从 0 数起）：类别 {column} 的 logit 是 {value}。logit 应为有限数；屏蔽的类别为 -inf。</translation>
    </message>
    <message>
        <source>Row {row} of {name}, counted from 0: the target of class {column} is {value}. A target is finite and 0 or more.</source>
        <translation>{name} 的第 {row} 行（从 0 数起）：类别 {column} 的目标是 {value}。目标应为大于或等于 0 的有限数。</translation>
    </message>
    <message>
        <source>Row {row} of {name}, counted from 0: the target {value} is not one of the {count} classes, which are counted from 0.</source>
        <translation>{name} 的第 {row} 行（从 0 数起）：目标 {value} 不是 {count} 个类别之一（类别从 0 数起）。</translation>
    </message>
    <message>
        <source>Row {row} of {name}, counted from 0: {value} is no probability, which is 0 or more. Take the numbers as logits or as log-probabilities.</source>
        <translation>{name} 的第 {row} 行（从 0 数起）：{value} 不是概率，概率不小于 0。请把这些数作为 logit 或对数概率。</translation>
    </message>
    <message>
        <source>Rows with the class {value}, which stands for none, are left out: {count} of {rows}.</source>
        <translation>类别为 {value}（表示没有类别）的行已略去：{rows} 行中的 {count} 行。</translation>
    </message>
    <message>
        <source>Softmax needs at least two classes; there would be {count}. Add a class.</source>
        <translation>softmax 至少需要两个类别，这样只有 {count} 个。请添加类别。</translation>
    </message>
    <message>
        <source>The batch has {value} points. Type a whole number from 1, or 0 for all points.</source>
        <translation>批次有 {value} 个点。请输入从 1 开始的整数，或输入 0 表示所有点。</translation>
    </message>
    <message>
        <source>The bias of {label} is {value}. Type a finite number, or −inf to switch the class off.</source>
        <translation>{label} 的偏置为 {value}。请输入有限的数，或输入 −inf 关闭该类别。</translation>
    </message>
    <message>
        <source>The boundaries bend with the chosen features, and cannot be turned as lines. Shift them, change a weight, or choose the inputs as they are.</source>
        <translation>使用所选特征时边界是弯的，不能像直线那样转动。请平移边界、改变某个权重，或者选用原来的输入。</translation>
    </message>
    <message>
        <source>The class names are {value}. Give a list of names.</source>
        <translation>类别名称是 {value}。请给出名称列表。</translation>
    </message>
    <message>
        <source>The class {label} has no point, and so no mean. Add one, or remove the class.</source>
        <translation>类别 {label} 没有点，因此没有均值。请添加一个点，或移除该类别。</translation>
    </message>
    <message>
        <source>The class {label} still has points: {count}. Give them another class, or remove them, before it is removed.</source>
        <translation>类别 {label} 还有点（{count} 个）。请先把它们改为其他类别，或移除它们，再移除该类别。</translation>
    </message>
    <message>
        <source>The classes are {value}. Give a list of class numbers.</source>
        <translation>类别是 {value}。请给出类别编号的列表。</translation>
    </message>
    <message>
        <source>The classes of the rows go from 1 to {count}, so they are counted from 1.</source>
        <translation>各行的类别为 1 到 {count}，因此从 1 数起。</translation>
    </message>
    <message>
        <source>The clipboard has no numbers. Copy some first.</source>
        <translation>剪贴板中没有数值。请先复制。</translation>
    </message>
    <message>
        <source>The colours are {value}. Give each of the {count} classes a whole number from 0.</source>
        <translation>颜色是 {value}。请为 {count} 个类别各给出一个不小于 0 的整数。</translation>
    </message>
    <message>
        <source>The dark theme has light ink, which cannot be seen on white. Choose the theme&apos;s own background or a transparent one, or another theme.</source>
        <translation>深色主题的字是浅色的，在白底上看不见。请选择主题自身的背景或透明背景，或选择其他主题。</translation>
    </message>
    <message>
        <source>The decay is {value}. Type 0 or a number above 0.</source>
        <translation>权重衰减为 {value}。请输入 0 或大于 0 的数。</translation>
    </message>
    <message>
        <source>The document is damaged at line {line}, column {column}: it is not valid JSON there. Correct it, or open a copy.</source>
        <translation>文档在第 {line} 行第 {column} 列损坏：该处不是 JSON。请在该处修复，或打开副本。</translation>
    </message>
    <message>
        <source>The document is damaged: it breaks off at line {line}, column {column}. Add what is missing there, or open a copy.</source>
        <translation>文档已损坏：在第 {line} 行第 {column} 列中断。请补上缺少的内容，或打开副本。</translation>
    </message>
    <message>
        <source>The document is damaged: its brackets are nested too deeply. Open a copy.</source>
        <translation>文档已损坏：括号嵌套过多。请打开副本。</translation>
    </message>
    <message>
        <source>The document would be too large to be saved: its classes and texts would take {size} MB, and at most {most} MB are possible. Use fewer classes or scenes, or shorter texts.</source>
        <translation>文档会过大而无法保存：其类别和文字将占用 {size} MB，最多允许 {most} MB。请减少类别或场景，或缩短文字。</translation>
    </message>
    <message>
        <source>The feature {value} is there twice. Write it once.</source>
        <translation>特征 {value} 出现了两次。请只写一次。</translation>
    </message>
    <message>
        <source>The field {value}, at character {place} of “{text}”, is of a class that is not there. There are {count} classes.</source>
        <translation>“{text}”的第 {place} 个字符处的字段 {value} 属于不存在的类别。共有 {count} 个类别。</translation>
    </message>
    <message>
        <source>The figure is too small for its text. Choose a larger size or a smaller font.</source>
        <translation>图太小，容不下文字。请选择更大的尺寸或更小的字号。</translation>
    </message>
    <message>
        <source>The figure is too small for what it shows. With text of {size} pixels it needs at least {width} × {height} pixels.</source>
        <translation>图太小，放不下要显示的内容。字号为 {size} 像素时，至少需要 {width} × {height} 像素。</translation>
    </message>
    <message>
        <source>The figure is too small for what it shows. With text of {size} points it needs at least {width} × {height} cm.</source>
        <translation>图太小，放不下要显示的内容。字号为 {size} 磅时，至少需要 {width} × {height} 厘米。</translation>
    </message>
    <message>
        <source>The figure would be {value} wide or high. Give a size above 0, such as 1920x1080.</source>
        <translation>图的宽或高将是 {value}。请给出大于 0 的尺寸，例如 1920x1080。</translation>
    </message>
    <message>
        <source>The first line names no column of logits. Call the columns “label”, “logit” and “target”, or give one column for each class.</source>
        <translation>第一行没有指明 logit 列。请将各列命名为“label”“logit”和“target”，或为每个类别给出一列。</translation>
    </message>
    <message>
        <source>The information of {label} is {value}. Type 0 or a positive number.</source>
        <translation>{label} 的信息量是 {value}。请输入 0 或正数。</translation>
    </message>
    <message>
        <source>The inputs are called {value}. Give a name for each of the {count} inputs.</source>
        <translation>输入的名称为 {value}。请为 {count} 个输入各给出一个名称。</translation>
    </message>
    <message>
        <source>The k of top-k is {value}. Type a whole number from 0, which keeps all classes.</source>
        <translation>top-k 的 k 是 {value}。请输入不小于 0 的整数；0 保留所有类别。</translation>
    </message>
    <message>
        <source>The key {key} at {place} is known to a newer XentGUI only. Open the document with the newer one, or remove the key.</source>
        <translation>{place} 处的键 {key} 只有更新版本的 XentGUI 才认识。请用更新的版本打开该文档，或删除这个键。</translation>
    </message>
    <message>
        <source>The key {key} occurs twice at {place}. Remove one of them.</source>
        <translation>{place} 处的键 {key} 出现了两次。请删除其中一个。</translation>
    </message>
    <message>
        <source>The label smoothing is {value}. Type a number from 0 to 1.</source>
        <translation>标签平滑是 {value}。请输入 0 到 1 之间的数。</translation>
    </message>
    <message>
        <source>The last array is taken for the class of each row, counted from 0.</source>
        <translation>最后一个数组作为每一行的类别，从 0 数起。</translation>
    </message>
    <message>
        <source>The logit of {label} is {value}. Type a finite number, or −inf to switch the class off.</source>
        <translation>{label} 的 logit 是 {value}。请输入有限数；要屏蔽该类别，请输入 −inf。</translation>
    </message>
    <message>
        <source>The logits of some point would overflow. Use smaller weights, biases or inputs.</source>
        <translation>某个点的 logit 会上溢。请使用更小的权重、偏置或输入。</translation>
    </message>
    <message>
        <source>The m of min-p is {value}. Type a number from 0, which keeps all classes, to 1.</source>
        <translation>min-p 的 m 是 {value}。请输入 0 到 1 的数；0 保留所有类别。</translation>
    </message>
    <message>
        <source>The momentum is {value}. Type a number from 0 to less than 1.</source>
        <translation>动量为 {value}。请输入从 0 到小于 1 的数。</translation>
    </message>
    <message>
        <source>The name of class {number} is {value}. Type some text.</source>
        <translation>第 {number} 类的名称是 {value}。请输入文字。</translation>
    </message>
    <message>
        <source>The number of draws is {value}. Type a whole number from 1 to 1000000.</source>
        <translation>抽样次数是 {value}。请输入 1 到 1000000 的整数。</translation>
    </message>
    <message>
        <source>The numbers fall from {first} and sum to {total}: they are taken as the probabilities of the likeliest of more classes, and z = log p.</source>
        <translation>这些数从 {first} 起递减，总和为 {total}：现作为更多类别中最可能的几个的概率，z = log p。</translation>
    </message>
    <message>
        <source>The numbers of the classes are {value}. Give one list with a number for each class.</source>
        <translation>各类别的数值是 {value}。请给出一个列表，每个类别一个数。</translation>
    </message>
    <message>
        <source>The numbers sum to 1, so they are taken as probabilities, and z = log p.</source>
        <translation>这些数的总和是 1，因此作为概率，z = log p。</translation>
    </message>
    <message>
        <source>The numbers sum to 100, so they are taken as percentages, and z = log p.</source>
        <translation>这些数的总和是 100，因此作为百分数，z = log p。</translation>
    </message>
    <message>
        <source>The order of the sampler is {value}. Name each of temperature, top_k, top_p, min_p and typical once, with commas between them.</source>
        <translation>采样器的顺序是 {value}。请将 temperature、top_k、top_p、min_p、typical 各写一次，用逗号隔开。</translation>
    </message>
    <message>
        <source>The overlap is {value}. Type a number from 0 to 1000.</source>
        <translation>重叠是 {value}。请输入 0 到 1000 之间的数。</translation>
    </message>
    <message>
        <source>The p of top-p is {value}. Type a number from 0 to 1, which keeps all classes.</source>
        <translation>top-p 的 p 是 {value}。请输入 0 到 1 的数；1 保留所有类别。</translation>
    </message>
    <message>
        <source>The p of typical-p is {value}. Type a number from 0 to 1, which keeps all classes.</source>
        <translation>typical-p 的 p 是 {value}。请输入 0 到 1 的数；1 保留所有类别。</translation>
    </message>
    <message>
        <source>The picture would have {width} × {height} pixels. Choose a smaller size or fewer dots per inch, or SVG or PDF, which have no pixels.</source>
        <translation>图将有 {width} × {height} 像素。请选择更小的尺寸或更低的分辨率，或选择没有像素的 SVG 或 PDF。</translation>
    </message>
    <message>
        <source>The point is {value}. Type a whole number from 1.</source>
        <translation>点为 {value}。请输入从 1 开始的整数。</translation>
    </message>
    <message>
        <source>The points are {value}. Give a row for each point, with a number for each input.</source>
        <translation>点为 {value}。请为每个点给出一行，每个输入一个数。</translation>
    </message>
    <message>
        <source>The points lie too nearly on one line, or in too few places, to be told apart by straight lines. Add points, or move one.</source>
        <translation>这些点几乎在一条直线上，或位置太少，无法用直线区分。请添加点，或移动一个点。</translation>
    </message>
    <message>
        <source>The probability of {label} is {value}. Type a number from 0 to 1.</source>
        <translation>{label} 的概率是 {value}。请输入 0 到 1 之间的数。</translation>
    </message>
    <message>
        <source>The q of the generalised cross-entropy is {value}. Type a number from 0 to 1.</source>
        <translation>广义交叉熵的 q 为 {value}。请输入 0 到 1 之间的数。</translation>
    </message>
    <message>
        <source>The rate is {value}. Type a number above 0.</source>
        <translation>学习率为 {value}。请输入大于 0 的数。</translation>
    </message>
    <message>
        <source>The record in line {line} holds more than single values. Give each of its names one text or number.</source>
        <translation>第 {line} 行的记录中有不是单个值的内容。请让每个名称对应一个文本或数。</translation>
    </message>
    <message>
        <source>The right choice {value} is not there. Fill it in, or choose another one.</source>
        <translation>没有正确选项 {value}。请填写它，或另选一个。</translation>
    </message>
    <message>
        <source>The scene is too large for a token, which takes {most} characters. Save the document, and send the file.</source>
        <translation>场景太大，无法写成代码：代码最多 {most} 个字符。请保存文档并发送文件。</translation>
    </message>
    <message>
        <source>The seed is {value}. Type a whole number from 0 to 9007199254740991.</source>
        <translation>种子是 {value}。请输入 0 到 9007199254740991 的整数。</translation>
    </message>
    <message>
        <source>The seed is {value}. Type a whole number from 0.</source>
        <translation>随机种子为 {value}。请输入从 0 开始的整数。</translation>
    </message>
    <message>
        <source>The step is {value}. Type a whole number from {first} to {last}.</source>
        <translation>步数为 {value}。请输入从 {first} 到 {last} 的整数。</translation>
    </message>
    <message>
        <source>The sum of the targets overflows. Type a smaller target than {value} for {label}.</source>
        <translation>目标的总和上溢。请为 {label} 输入比 {value} 小的目标。</translation>
    </message>
    <message>
        <source>The target of {label} is {value}. Type 0 or a positive finite number.</source>
        <translation>{label} 的目标是 {value}。请输入 0 或正的有限数。</translation>
    </message>
    <message>
        <source>The target {target} is not one of the {count} classes. Give the number of a class, counted from 0, or its label.</source>
        <translation>目标 {target} 不是 {count} 个类别之一。请给出类别的编号（从 0 数起）或名称。</translation>
    </message>
    <message>
        <source>The temperature is {value}. Type 0, a positive number or inf.</source>
        <translation>温度是 {value}。请输入 0、正数或 inf。</translation>
    </message>
    <message>
        <source>The text at {place} ends in half of a character (\ud83d alone). Write the whole character.</source>
        <translation>{place} 处只有半个字符，例如 \ud83d 缺少后一半。请写出完整的字符。</translation>
    </message>
    <message>
        <source>The text ends before its brackets are closed. Copy the whole array with all its brackets.</source>
        <translation>文本结束时括号还没有闭合。请连同所有括号复制整个数组。</translation>
    </message>
    <message>
        <source>The text is not in UTF-8; it is read as {encoding}. Are the names right?</source>
        <translation>文本不是 UTF-8 编码；现按 {encoding} 读取。名称正确吗？</translation>
    </message>
    <message>
        <source>The three probabilities add up to {value}. Type three numbers from 0 on that add up to 1.</source>
        <translation>这三个概率之和为 {value}。请输入三个不小于 0、和为 1 的数。</translation>
    </message>
    <message>
        <source>The three targets are {value}. Type three numbers, each 0 or more.</source>
        <translation>这三个目标是 {value}。请输入三个数，均不小于 0。</translation>
    </message>
    <message>
        <source>The token has “{letter}” at character {place}, and none can have that. Copy it again from where it was made.</source>
        <translation>场景代码的第 {place} 个字符是“{letter}”，代码中不可能有它。请从制作它的地方重新复制。</translation>
    </message>
    <message>
        <source>The token is not whole: its end is missing. Copy all of it, from “xent:” on.</source>
        <translation>场景代码不完整：缺少末尾。请从“xent:”开始完整复制。</translation>
    </message>
    <message>
        <source>The token is too large: it may hold {most} characters, or {bytes} MB when it is unpacked. Ask for the file in its place.</source>
        <translation>场景代码太大：最多 {most} 个字符，解压后最多 {bytes} MB。请改为索取文件。</translation>
    </message>
    <message>
        <source>The token was changed on its way: its check does not fit. Copy it again from where it was made.</source>
        <translation>场景代码在传递中被改动：校验不符。请从制作它的地方重新复制。</translation>
    </message>
    <message>
        <source>The token was made by a newer XentGUI: it has version {version}, and this one reads version {known}. Open it with the newer one.</source>
        <translation>场景代码由较新的 XentGUI 制作：它的版本是 {version}，本程序可读版本 {known}。请用较新的程序打开。</translation>
    </message>
    <message>
        <source>The tolerance is {value}. Type 0 or a number above 0.</source>
        <translation>容差为 {value}。请输入 0 或大于 0 的数。</translation>
    </message>
    <message>
        <source>The weight of {label} for {name} is {value}. Type a finite number.</source>
        <translation>{label} 对 {name} 的权重为 {value}。请输入有限的数。</translation>
    </message>
    <message>
        <source>The α of the Fenchel–Young loss is {value}. Type a number from 1 to 3.</source>
        <translation>Fenchel–Young 损失的 α 是 {value}。请输入 1 到 3 之间的数。</translation>
    </message>
    <message>
        <source>The γ of the focal loss is {value}. Type a number from 0 to 100.</source>
        <translation>焦点损失的 γ 为 {value}。请输入 0 到 100 之间的数。</translation>
    </message>
    <message>
        <source>There are no data {value}. Choose among these: {names}.</source>
        <translation>没有数据集 {value}。请从这些中选择：{names}。</translation>
    </message>
    <message>
        <source>There are no points here. Write a line for each: its inputs, and its class.</source>
        <translation>这里没有点。请为每个点写一行：它的输入和类别。</translation>
    </message>
    <message>
        <source>There are no values called {field}. Use logits or target.</source>
        <translation>没有名为 {field} 的数值。请使用 logits 或 target。</translation>
    </message>
    <message>
        <source>There are {labels} class names, {logits} logits and {target} targets. Give every class one of each.</source>
        <translation>共有 {labels} 个类别名称、{logits} 个 logit 和 {target} 个目标。请为每个类别各给出一个。</translation>
    </message>
    <message>
        <source>There is no class {number}, counted from 0: there are {count}. Give the number of a class.</source>
        <translation>没有从 0 数起的第 {number} 类：共有 {count} 个类别。请给出一个类别的编号。</translation>
    </message>
    <message>
        <source>There is no class {number}. Choose one of the {count} classes.</source>
        <translation>没有第 {number} 类。请从 {count} 个类别中选择。</translation>
    </message>
    <message>
        <source>There is no class {value}. Give a number from 1 to {count}.</source>
        <translation>没有第 {value} 类。请给出 1 到 {count} 之间的数。</translation>
    </message>
    <message>
        <source>There is no class {value}. Type one of these: {labels}.</source>
        <translation>没有类别 {value}。请输入其中之一：{labels}。</translation>
    </message>
    <message>
        <source>There is no column {name}. Choose among these: {columns}.</source>
        <translation>没有名为 {name} 的列。请从这些列中选择：{columns}。</translation>
    </message>
    <message>
        <source>There is no feature {value}. Write x1, x1^2, x1*x2 or sin x1, with inputs up to {count}.</source>
        <translation>没有特征 {value}。请写 x1、x1^2、x1*x2 或 sin x1，输入的编号最大为 {count}。</translation>
    </message>
    <message>
        <source>There is no field {value}, at character {place} of “{text}”. Choose one of: {choices}; and {classes} for class 1, 2 and so on. Write {brace} for a brace.</source>
        <translation>“{text}”的第 {place} 个字符处没有名为 {value} 的字段。可用：{choices}；以及类别 1、2 等的 {classes}。要写花括号，请写 {brace}。</translation>
    </message>
    <message>
        <source>There is no file {file}. It was moved, renamed or deleted: look for it with Open.</source>
        <translation>没有文件 {file}。它已被移动、改名或删除：请用“打开”查找。</translation>
    </message>
    <message>
        <source>There is no file {name}. Check its name and folder.</source>
        <translation>没有文件 {name}。请检查名称和所在文件夹。</translation>
    </message>
    <message>
        <source>There is no input {number}. Choose one of the {count} inputs.</source>
        <translation>没有第 {number} 个输入。请从 {count} 个输入中选择。</translation>
    </message>
    <message>
        <source>There is no loss {value}. Choose one of the losses.</source>
        <translation>没有名为 {value} 的损失。请选择已有的损失。</translation>
    </message>
    <message>
        <source>There is no model {value}. Choose among these: {models}.</source>
        <translation>没有模型 {value}。请从这些中选择：{models}。</translation>
    </message>
    <message>
        <source>There is no number in these brackets. Copy an array with its numbers.</source>
        <translation>括号中没有数。请复制带有数值的数组。</translation>
    </message>
    <message>
        <source>There is no number {value}. Write one such as “loss”, “p:2” or “gap:1,3”.</source>
        <translation>没有名为 {value} 的数。请写“loss”、“p:2”或“gap:1,3”之类。</translation>
    </message>
    <message>
        <source>There is no panel {value}. Choose from: {choices}.</source>
        <translation>没有面板 {value}。请从中选择：{choices}。</translation>
    </message>
    <message>
        <source>There is no point {number}. Choose one of the {count} points.</source>
        <translation>没有第 {number} 个点。请从 {count} 个点中选择。</translation>
    </message>
    <message>
        <source>There is no row {number} in {name}, which has {count}. The first is row 0.</source>
        <translation>{name} 中没有第 {number} 行，共有 {count} 行，首行为第 0 行。请另选一行。</translation>
    </message>
    <message>
        <source>There is no scene {number} in {name}, which has {count}. The first is scene 1.</source>
        <translation>{name} 中没有第 {number} 个场景，共有 {count} 个，首个为第 1 个。请另选一个。</translation>
    </message>
    <message>
        <source>There is no setting called {key}. Use {choices}.</source>
        <translation>没有名为 {key} 的设置。请使用 {choices}。</translation>
    </message>
    <message>
        <source>There is no translation into {value}. Choose one of: {choices}.</source>
        <translation>没有 {value} 译文。请从中选择：{choices}。</translation>
    </message>
    <message>
        <source>There is no {value} here. Choose one of: {choices}.</source>
        <translation>这里没有 {value}。请从中选择：{choices}。</translation>
    </message>
    <message>
        <source>There is nothing here to read. Copy some numbers, for example 2.33, -1.46, 0.56.</source>
        <translation>这里没有可读取的内容。请复制一些数，例如 2.33, -1.46, 0.56。</translation>
    </message>
    <message>
        <source>These are the likeliest tokens at {count} places of a text; only the first place is read.</source>
        <translation>这是一段文字中 {count} 个位置上最可能的词元；只读取第一个位置。</translation>
    </message>
    <message>
        <source>These logits were typed, and follow from no input. Open points to see where logits come from; undo brings these numbers back.</source>
        <translation>这些 logit 是直接输入的，并非由输入得出。打开一组点，就能看到 logit 从何而来；撤销可恢复这些数值。</translation>
    </message>
    <message>
        <source>These probabilities sum to {total}, not to 1; softmax makes them sum to 1.</source>
        <translation>这些概率的总和是 {total}，而不是 1；softmax 会使总和变为 1。</translation>
    </message>
    <message>
        <source>They are called log-probabilities, but {value} is above 0; is this meant?</source>
        <translation>它们名为对数概率，但 {value} 大于 0；是这个意思吗？</translation>
    </message>
    <message>
        <source>They are called logits, but sum to 1 as probabilities do; is this meant?</source>
        <translation>它们名为 logit，但总和像概率一样是 1；是这个意思吗？</translation>
    </message>
    <message>
        <source>They are called probabilities, but {value} is none; they are taken as logits.</source>
        <translation>它们名为概率，但 {value} 不是概率；现作为 logit。</translation>
    </message>
    <message>
        <source>This XentGUI does not know the key {key} at {place}. Write {near}, or open the document with a newer XentGUI.</source>
        <translation>此版本的 XentGUI 不认识 {place} 处的键 {key}。请写成 {near}，或用更新版本的 XentGUI 打开该文档。</translation>
    </message>
    <message>
        <source>This array has the shape {shape}. Give a vector, one number for each class, or a matrix, one row for each sample.</source>
        <translation>此数组的形状是 {shape}。请给出向量（每个类别一个数）或矩阵（每个样本一行）。</translation>
    </message>
    <message>
        <source>This block has {rows} rows and {columns} columns, and from this cell on there is room for {most} rows and {widest} columns. Copy fewer, or go to an earlier cell.</source>
        <translation>这个区块有 {rows} 行 {columns} 列，而从这个单元格起只有 {most} 行 {widest} 列的位置。请少复制一些，或换到前面的单元格。</translation>
    </message>
    <message>
        <source>This document shows only some of the controls, so that nothing distracts. It is no lock: Show All brings the others back, and so does File ▸ Share ▸ Show All Controls.</source>
        <translation>此文档只显示部分控件，以免分心。这不是锁定：按“全部显示”可找回其余控件，也可用“文件 ▸ 分享 ▸ 显示全部控件”。</translation>
    </message>
    <message>
        <source>This document was written by a newer XentGUI ($.version is {version}); this one reads up to version {known}. Open it with the newer one.</source>
        <translation>此文档由更新版本的 XentGUI 写成（$.version 是 {version}）；本程序只能读取到版本 {known}。请用更新版本打开。</translation>
    </message>
    <message>
        <source>This goal is about a number. Name one, such as {example}.</source>
        <translation>这项任务针对一个数。请写出它，例如 {example}。</translation>
    </message>
    <message>
        <source>This holds too many values for a document: at most {limit} are read. Open a file that XentGUI has saved.</source>
        <translation>作为文档，数值过多：最多读取 {limit} 个。请打开由 XentGUI 保存的文件。</translation>
    </message>
    <message>
        <source>This is a block of {rows} rows and {columns} columns of numbers, and it is not told which is which. Copy one row or one column, or name the columns: class, logit, target.</source>
        <translation>这是 {rows} 行 {columns} 列数值，但没有说明各是什么。请复制一行或一列，或为各列命名：class、logit、target。</translation>
    </message>
    <message>
        <source>This is not an XentGUI document: at $.format stands no “xentgui-document”. Open a file that XentGUI has saved.</source>
        <translation>这不是 XentGUI 文档：$.format 处没有“xentgui-document”。请打开由 XentGUI 保存的文件。</translation>
    </message>
    <message>
        <source>This is not text in UTF-8: see line {line}, column {column}. Open a file that XentGUI has saved, or save the text as UTF-8.</source>
        <translation>这不是 UTF-8 文本：见第 {line} 行第 {column} 列。请打开由 XentGUI 保存的文件，或将文本另存为 UTF-8。</translation>
    </message>
    <message>
        <source>This is not text: byte {place} cannot be read as UTF-8, UTF-16 or GB 18030. Save it as UTF-8 text, or open a .npy or .npz file.</source>
        <translation>这不是文本：第 {place} 个字节不能读作 UTF-8、UTF-16 或 GB 18030。请保存为 UTF-8 文本，或打开 .npy 或 .npz 文件。</translation>
    </message>
    <message>
        <source>This is too long for a document: at most {limit} MB are read. Open a file that XentGUI has saved.</source>
        <translation>作为文档，内容过长：最多读取 {limit} MB。请打开由 XentGUI 保存的文件。</translation>
    </message>
    <message>
        <source>This kind of animation needs Pillow, which is not installed. Install it with: {command}  Or choose APNG.</source>
        <translation>这种动画需要 Pillow，而它没有安装。请用以下命令安装：{command}  也可以选择 APNG。</translation>
    </message>
    <message>
        <source>This table names its columns, as points do. Paste it into Points, or weights without names.</source>
        <translation>这张表像点的表一样写明了列名。请把它粘贴到“点”中，或只粘贴不带名称的权重。</translation>
    </message>
    <message>
        <source>This text holds {found} cells, at most {limit} are read. Save large matrices with numpy.save and open the .npy file.</source>
        <translation>此文本有 {found} 个单元格，最多读取 {limit} 个。较大的矩阵请用 numpy.save 保存后打开 .npy 文件。</translation>
    </message>
    <message>
        <source>This text is too long: {found} characters, at most {limit} are read. Save large matrices with numpy.save and open the .npy file.</source>
        <translation>此文本过长：有 {found} 个字符，最多读取 {limit} 个。较大的矩阵请用 numpy.save 保存后打开 .npy 文件。</translation>
    </message>
    <message>
        <source>Two classes have the same colour, and so it cannot be told which of them came, went or moved. Give each class a colour of its own.</source>
        <translation>有两个类别颜色相同，无法判断哪个被添加、移除或移动。请让每个类别各有一种颜色。</translation>
    </message>
    <message>
        <source>What was dropped is neither a file nor a text. Drop a document ({document}), a figure that XentGUI has exported, or logits ({logits}).</source>
        <translation>拖入的既不是文件，也不是文本。请拖入文档（{document}）、由 XentGUI 导出的图片，或者 logit 文件（{logits}）。</translation>
    </message>
    <message>
        <source>Write 0 or a positive finite number.</source>
        <translation>请写 0 或正的有限数。</translation>
    </message>
    <message>
        <source>Write 0, a positive number or “inf”.</source>
        <translation>请写 0、正数或“inf”。</translation>
    </message>
    <message>
        <source>Write 1.</source>
        <translation>请写 1。</translation>
    </message>
    <message>
        <source>Write a finite number for each class, or “-inf” to switch it off.</source>
        <translation>请为每个类别写一个有限的数，或写“-inf”关闭该类别。</translation>
    </message>
    <message>
        <source>Write a finite number, or “-inf” to switch the class off.</source>
        <translation>请写有限数；要屏蔽类别，请写“-inf”。</translation>
    </message>
    <message>
        <source>Write a finite number.</source>
        <translation>请写出一个有限的数。</translation>
    </message>
    <message>
        <source>Write a list for each class, with a finite number for each input.</source>
        <translation>请为每个类别写一个列表，每个输入一个有限的数。</translation>
    </message>
    <message>
        <source>Write a list of class names, from 2 to {most}.</source>
        <translation>请写类别名称的列表，2 到 {most} 个。</translation>
    </message>
    <message>
        <source>Write a list of colour numbers, from 2 to {most}.</source>
        <translation>请写颜色编号的列表，2 至 {most} 个。</translation>
    </message>
    <message>
        <source>Write a list of numbers, from 2 to {most}.</source>
        <translation>请写数的列表，2 到 {most} 个。</translation>
    </message>
    <message>
        <source>Write a list of panels, such as {panels}.</source>
        <translation>请写面板的列表，例如 {panels}。</translation>
    </message>
    <message>
        <source>Write a list of points, each a list with a finite number for each input.</source>
        <translation>请写点的列表，每个点是一个列表，每个输入一个有限的数。</translation>
    </message>
    <message>
        <source>Write a list of scenes, at least one.</source>
        <translation>请写场景的列表，至少一个。</translation>
    </message>
    <message>
        <source>Write a list of steps, each with what it changes.</source>
        <translation>请写步骤的列表，每一步写出它改变什么。</translation>
    </message>
    <message>
        <source>Write a list of what is hidden, each once: “title”, “caption”, “loss”, “formulas”, “values” or “handles”, a number such as “p:2”, or a panel such as “panel:gradient”.</source>
        <translation>请写出要隐藏的内容的列表，每项一次：“title”、“caption”、“loss”、“formulas”、“values”或“handles”，某个数如“p:2”，或某个面板如“panel:gradient”。</translation>
    </message>
    <message>
        <source>Write a list of what the window withholds, each once, of: {withholdable}.</source>
        <translation>请写一个列表，说明窗口不显示什么，每项一次，可选：{withholdable}。</translation>
    </message>
    <message>
        <source>Write a list with a name for each input.</source>
        <translation>请写一个列表，每个输入一个名称。</translation>
    </message>
    <message>
        <source>Write a list with x1, x1^2, x1*x2 or sin x1, each once.</source>
        <translation>请写一个列表，其中有 x1、x1^2、x1*x2 或 sin x1，各一次。</translation>
    </message>
    <message>
        <source>Write a name in quotation marks.</source>
        <translation>请写带引号的名称。</translation>
    </message>
    <message>
        <source>Write a number above 0.</source>
        <translation>请写一个大于 0 的数。</translation>
    </message>
    <message>
        <source>Write a number from 0 to 1.</source>
        <translation>请写 0 到 1 之间的数。</translation>
    </message>
    <message>
        <source>Write a number from 0 to 100.</source>
        <translation>请写 0 到 100 之间的数。</translation>
    </message>
    <message>
        <source>Write a number from 0 to less than 1.</source>
        <translation>请写一个从 0 到小于 1 的数。</translation>
    </message>
    <message>
        <source>Write a number from 0.</source>
        <translation>请写出一个不小于 0 的数。</translation>
    </message>
    <message>
        <source>Write a number from 1 to 3.</source>
        <translation>请写 1 到 3 之间的数。</translation>
    </message>
    <message>
        <source>Write a question, such as {question}.</source>
        <translation>请写出一个问题，例如 {question}。</translation>
    </message>
    <message>
        <source>Write a scene, which has logits and a target.</source>
        <translation>请写一个场景，其中要有 logits 和 target。</translation>
    </message>
    <message>
        <source>Write a step with what it changes; the classes stay as they are.</source>
        <translation>请写一个步骤，写出它改变什么；类别保持不变。</translation>
    </message>
    <message>
        <source>Write a task, such as {task}.</source>
        <translation>请写出一个任务，例如 {task}。</translation>
    </message>
    <message>
        <source>Write a text for each language, such as {example}.</source>
        <translation>请为每种语言写出文本，例如 {example}。</translation>
    </message>
    <message>
        <source>Write a whole number from 0 to 1000000.</source>
        <translation>请写 0 到 1000000 的整数。</translation>
    </message>
    <message>
        <source>Write a whole number from 0 to 9007199254740991.</source>
        <translation>请写 0 到 9007199254740991 的整数。</translation>
    </message>
    <message>
        <source>Write a whole number from 0.</source>
        <translation>请写不小于 0 的整数。</translation>
    </message>
    <message>
        <source>Write a whole number from 1 to 1000000.</source>
        <translation>请写 1 到 1000000 的整数。</translation>
    </message>
    <message>
        <source>Write a whole number of seconds, from 1 to 3600.</source>
        <translation>请写出整数秒数，从 1 到 3600。</translation>
    </message>
    <message>
        <source>Write an entry for each point: the number of its class, from 0, or a list with 0 or a positive number for each class.</source>
        <translation>请为每个点写一项：其类别的编号（从 0 开始），或一个列表，每个类别为 0 或正数。</translation>
    </message>
    <message>
        <source>Write how one walks, such as {walk}.</source>
        <translation>请写出怎样下降，例如 {walk}。</translation>
    </message>
    <message>
        <source>Write left, right, bottom and top of the axes of each panel, such as {ranges}.</source>
        <translation>请写每个面板坐标轴的左、右、下、上，例如 {ranges}。</translation>
    </message>
    <message>
        <source>Write logits and a target, as in a scene.</source>
        <translation>请像在场景中那样写 logit 和目标。</translation>
    </message>
    <message>
        <source>Write softmax, lda or linear.</source>
        <translation>请写 softmax、lda 或 linear。</translation>
    </message>
    <message>
        <source>Write temperature, top_k, top_p, min_p and typical in any order, with commas between them.</source>
        <translation>请按任意顺序写 temperature、top_k、top_p、min_p、typical，用逗号隔开。</translation>
    </message>
    <message>
        <source>Write the key of a loss, such as “cross_entropy”.</source>
        <translation>请写损失的键名，例如“cross_entropy”。</translation>
    </message>
    <message>
        <source>Write the key of a panel, each of them once.</source>
        <translation>请写面板的键，每个只写一次。</translation>
    </message>
    <message>
        <source>Write the key of a workspace, such as “explore”.</source>
        <translation>请写工作区的键，例如“explore”。</translation>
    </message>
    <message>
        <source>Write the letter of one of the choices, such as “A”.</source>
        <translation>请写出其中一个选项的字母，例如“A”。</translation>
    </message>
    <message>
        <source>Write the name of a number, such as “loss”, “p:2” or “gap:1,3”.</source>
        <translation>请写出一个数的名称，例如“loss”、“p:2”或“gap:1,3”。</translation>
    </message>
    <message>
        <source>Write the number of a class, from 0, or “p:2”, “loss”, “panel:gradient”, “formula:gradient” or “term:gradient:3”.</source>
        <translation>请写类别的编号（从 0 数起），或“p:2”“loss”“panel:gradient”“formula:gradient”“term:gradient:3”。</translation>
    </message>
    <message>
        <source>Write the number of a point, from 0.</source>
        <translation>请写点的编号，从 0 开始。</translation>
    </message>
    <message>
        <source>Write true or false.</source>
        <translation>请写 true 或 false。</translation>
    </message>
    <message>
        <source>Write what is chosen about each panel, such as {choices}.</source>
        <translation>请写每个面板所选的内容，例如 {choices}。</translation>
    </message>
    <message>
        <source>Write “cut”, “quick”, “calm” or “slow”.</source>
        <translation>请写“cut”、“quick”、“calm”或“slow”。</translation>
    </message>
    <message>
        <source>Write “gradient” or “newton”.</source>
        <translation>请写“gradient”或“newton”。</translation>
    </message>
    <message>
        <source>Write “nats”, “bits” or “dits”.</source>
        <translation>请写“nats”“bits”或“dits”。</translation>
    </message>
    <message>
        <source>Write “wins”, “ties”, “equals”, “above”, “below”, “matches” or “rests”.</source>
        <translation>请写“wins”、“ties”、“equals”、“above”、“below”、“matches”或“rests”。</translation>
    </message>
    <message>
        <source>Write “xentgui-document”.</source>
        <translation>请写“xentgui-document”。</translation>
    </message>
    <message>
        <source>You have no permission to read {file}. Change its permissions, or open a copy.</source>
        <translation>没有读取 {file} 的权限。请更改文件权限，或打开副本。</translation>
    </message>
    <message>
        <source>a point in each of {count} rows</source>
        <translation>{count} 行，每行一个点</translation>
    </message>
    <message>
        <source>a sample in each of {count} rows</source>
        <translation>{count} 行各是一个样本</translation>
    </message>
    <message>
        <source>a table with lines drawn around its cells</source>
        <translation>带框线的表格</translation>
    </message>
    <message>
        <source>an array of NumPy</source>
        <translation>NumPy 数组</translation>
    </message>
    <message>
        <source>an array, list or dictionary as programs print it</source>
        <translation>程序打印的数组、列表或字典</translation>
    </message>
    <message>
        <source>cells with commas or semicolons between them</source>
        <translation>以逗号或分号分隔的单元格</translation>
    </message>
    <message>
        <source>cells with tabs between them, as spreadsheets copy them</source>
        <translation>以制表符分隔的单元格（电子表格复制的形式）</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>classes from 0, or names</source>
        <translation>类别（从 0 起或名称）</translation>
    </message>
    <message>
        <source>classes from 1</source>
        <translation>类别（从 1 起）</translation>
    </message>
    <message>
        <source>decimal commas</source>
        <translation>小数点为逗号</translation>
    </message>
    <message>
        <source>ffmpeg could not make the video: {reason}</source>
        <translation>ffmpeg 未能生成视频：{reason}</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>略去</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>第 {line} 行</translation>
    </message>
    <message>
        <source>line {line}, column {column}</source>
        <translation>第 {line} 行第 {column} 列</translation>
    </message>
    <message>
        <source>log-probabilities</source>
        <translation>对数概率</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>names and numbers with colons between them</source>
        <translation>以冒号分隔的名称和数</translation>
    </message>
    <message>
        <source>no names of columns</source>
        <translation>没有列名</translation>
    </message>
    <message>
        <source>percentages</source>
        <translation>百分数</translation>
    </message>
    <message>
        <source>percentages (z = log p)</source>
        <translation>百分数（z = log p）</translation>
    </message>
    <message>
        <source>probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>probabilities (z = log p)</source>
        <translation>概率（z = log p）</translation>
    </message>
    <message>
        <source>row numbers</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>row {row}</source>
        <translation>第 {row} 行</translation>
    </message>
    <message>
        <source>row {row}, class {column}</source>
        <translation>第 {row} 行的类别 {column}</translation>
    </message>
    <message>
        <source>rows of a LaTeX table</source>
        <translation>LaTeX 表格的行</translation>
    </message>
    <message>
        <source>target classes (from 0, or by name)</source>
        <translation>目标类别（从 0 数起，或按名称）</translation>
    </message>
    <message>
        <source>target classes (from 1)</source>
        <translation>目标类别（从 1 数起）</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>the names of the columns in the first line</source>
        <translation>第一行是列名</translation>
    </message>
    <message>
        <source>what R prints</source>
        <translation>R 打印的结果</translation>
    </message>
    <message>
        <source>what fastText predicts</source>
        <translation>fastText 的预测结果</translation>
    </message>
    <message>
        <source>words and numbers with blanks between them</source>
        <translation>以空格分隔的词和数</translation>
    </message>
    <message>
        <source>{classes} classes and {inputs} inputs do not fit the weights, {value}. Give a row for each class, with a number for each input.</source>
        <translation>{classes} 个类别和 {inputs} 个输入与权重 {value} 不符。请为每个类别给出一行，每个输入一个数。</translation>
    </message>
    <message>
        <source>{classes} classes do not fit the biases, {value}. Give a number for each class.</source>
        <translation>{classes} 个类别与偏置 {value} 不符。请为每个类别给出一个数。</translation>
    </message>
    <message>
        <source>{count} classes are too many: at most {most} are possible. Use fewer.</source>
        <translation>将有 {count} 个类别，最多允许 {most} 个。请减少类别。</translation>
    </message>
    <message>
        <source>{count} files were dropped. Drop one of them.</source>
        <translation>拖入了 {count} 个文件。请只拖入一个。</translation>
    </message>
    <message>
        <source>{file} cannot be opened here. Open a document ({document}), a figure that XentGUI has exported, or logits ({logits}).</source>
        <translation>{file} 不能在这里打开。请打开文档（{document}）、由 XentGUI 导出的图片，或者 logit 文件（{logits}）。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>无法读取 {file}：{reason}。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}. Correct or replace it.</source>
        <translation>无法读取 {file}：{reason}。请修复或替换该文件。</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}. Open a copy.</source>
        <translation>无法读取 {file}：{reason}。请打开副本。</translation>
    </message>
    <message>
        <source>{file} cannot be written: {reason}.</source>
        <translation>无法写入 {file}：{reason}。</translation>
    </message>
    <message>
        <source>{file} is a folder. Open a file in it.</source>
        <translation>{file} 是文件夹。请打开其中的文件。</translation>
    </message>
    <message>
        <source>{file} is a picture without numbers in it. Open one that XentGUI has exported, with its state, and nothing has saved anew since.</source>
        <translation>{file} 是不含数值的图片。请打开由 XentGUI 连同状态一起导出、之后没有被其他程序重新保存过的图片。</translation>
    </message>
    <message>
        <source>{file} is no longer a file: a folder, a pipe or a device has taken its place. Save what is here under another name, or keep it for now.</source>
        <translation>{file} 已不是文件：文件夹、管道或设备取代了它。请将当前内容另存为其他名称，或暂时保留。</translation>
    </message>
    <message>
        <source>{file} is no longer where it was. Save it again, or keep what is here for now.</source>
        <translation>{file} 已不在原处。请重新保存，或暂时保留当前内容。</translation>
    </message>
    <message>
        <source>{file} is not a regular file. Open a document.</source>
        <translation>{file} 不是普通文件。请打开文档。</translation>
    </message>
    <message>
        <source>{file} is not saved: a folder has this name. Choose another name.</source>
        <translation>{file} 没有保存：已有同名的文件夹。请换一个名称。</translation>
    </message>
    <message>
        <source>{file} is not saved: a pipe or a device has this name. Choose another name.</source>
        <translation>{file} 未保存：管道或设备已使用此名称。请换一个名称。</translation>
    </message>
    <message>
        <source>{file} is not saved: it is protected against writing. Save under another name, or change its permissions.</source>
        <translation>{file} 没有保存：文件是只读的。请换名保存，或更改文件权限。</translation>
    </message>
    <message>
        <source>{file} is not saved: the disk has no room for it. What was in the file is still there, and so is your work. Make room on the disk, or choose another place.</source>
        <translation>{file} 没有保存：磁盘空间不足。文件原有内容仍在，当前的工作也没有丢失。请腾出磁盘空间，或换一个位置。</translation>
    </message>
    <message>
        <source>{file} is not saved: the folder {folder} does not exist. Choose another place for it.</source>
        <translation>{file} 没有保存：文件夹 {folder} 不存在。请换一个位置。</translation>
    </message>
    <message>
        <source>{file} is not saved: you have no permission to write to {folder}. Choose another place for it, or change the permissions.</source>
        <translation>{file} 没有保存：文件夹 {folder} 不可写入。请换一个位置，或更改权限。</translation>
    </message>
    <message>
        <source>{file} is not saved: {reason}. Your work is as it was. Choose another place for the file.</source>
        <translation>{file} 没有保存：{reason}。当前的工作没有丢失。请换一个位置。</translation>
    </message>
    <message>
        <source>{file} is too large for a table of points.</source>
        <translation>{file} 太大，不能作为点的表格读取。</translation>
    </message>
    <message>
        <source>{file} is wrong at {place}: {reason}. Correct or replace it.</source>
        <translation>{file} 在 {place} 处有误：{reason}。请修复或替换该文件。</translation>
    </message>
    <message>
        <source>{file} may no longer be read by you. Save what is here under another name, or keep it for now.</source>
        <translation>已没有读取 {file} 的权限。请将当前内容另存为其他名称，或暂时保留。</translation>
    </message>
    <message>
        <source>{file} no longer holds a document that can be opened: another program has changed it. Save it again, or keep what is here for now.</source>
        <translation>{file} 中已没有可以打开的文档：其他程序修改了它。请重新保存，或暂时保留当前内容。</translation>
    </message>
    <message>
        <source>{file} was changed by another program while it was read. Open it again when that is done.</source>
        <translation>读取 {file} 时，其他程序修改了它。请待修改完成后重新打开。</translation>
    </message>
    <message>
        <source>{file}: {reason}</source>
        <translation>{file}：{reason}</translation>
    </message>
    <message>
        <source>{layout}: {parts}.</source>
        <translation>{layout}；{parts}。</translation>
    </message>
    <message>
        <source>{name} can no longer be read: {reason}. What is shown stays.</source>
        <translation>{name} 已无法读取：{reason}。已显示的内容保持不变。</translation>
    </message>
    <message>
        <source>{name} cannot be opened: {reason}. Check its name and your rights to read it.</source>
        <translation>无法打开 {name}：{reason}。请检查名称和读取权限。</translation>
    </message>
    <message>
        <source>{name} cannot be written: {reason}. Choose another place or name.</source>
        <translation>无法写入 {name}：{reason}。请换一个位置或名称。</translation>
    </message>
    <message>
        <source>{name} does not hold finite numbers only, and is left out: {value} in line {line}.</source>
        <translation>{name} 并非都是有限的数，因此不用：第 {line} 行是 {value}。</translation>
    </message>
    <message>
        <source>{name} has a single class: its shape is {shape}. Two classes at least are needed; a column that is one vector is saved with array.ravel().</source>
        <translation>{name} 只有一个类别：形状是 {shape}。至少需要两个类别；如果一列就是一个向量，请用 array.ravel() 保存。</translation>
    </message>
    <message>
        <source>{name} has grown: it had {before} bytes and has {now}. What is shown stays. Open it again for its rows.</source>
        <translation>{name} 变长了：原有 {before} 字节，现有 {now} 字节。已显示的内容保持不变；要查看其中的行，请重新打开。</translation>
    </message>
    <message>
        <source>{name} has the shape {shape}. Save a vector, one logit for each class, or a matrix, one row for each sample, for example with array.reshape(-1, array.shape[-1]).</source>
        <translation>{name} 的形状是 {shape}。请保存向量（每个类别一个 logit）或矩阵（每个样本一行），例如用 array.reshape(-1, array.shape[-1])。</translation>
    </message>
    <message>
        <source>{name} has {count} classes, at most {limit} are read. Save fewer columns.</source>
        <translation>{name} 有 {count} 个类别，最多读取 {limit} 个。请减少保存的列。</translation>
    </message>
    <message>
        <source>{name} has {found} values where {other} has {expected}. Give the same number of each.</source>
        <translation>{name} 有 {found} 个值，而 {other} 有 {expected} 个。请让两者个数相同。</translation>
    </message>
    <message>
        <source>{name} holds Python objects, which could run a program and are never opened. Save numbers, with numpy.save(file, array.astype(float)).</source>
        <translation>{name} 中有 Python 对象，它们可能运行程序，因此一律不打开。请用 numpy.save(file, array.astype(float)) 保存数值。</translation>
    </message>
    <message>
        <source>{name} holds a sparse matrix of SciPy, whose numbers have no places of their own. Save it with numpy.save(file, scipy.sparse.load_npz(name).toarray()).</source>
        <translation>{name} 是 SciPy 的稀疏矩阵，其中的数没有各自的位置。请用 numpy.save(file, scipy.sparse.load_npz(name).toarray()) 保存。</translation>
    </message>
    <message>
        <source>{name} holds more than {limit} MB. Save them to a file and give its name.</source>
        <translation>{name} 超过 {limit} MB。请保存为文件，并给出文件名。</translation>
    </message>
    <message>
        <source>{name} holds no logits. Call their column “logit”, or give one column for each class.</source>
        <translation>{name} 中没有 logit。请将该列命名为“logit”，或为每个类别给出一列。</translation>
    </message>
    <message>
        <source>{name} holds no numbers: its shape is {shape}. Save at least one row of logits.</source>
        <translation>{name} 中没有数：形状是 {shape}。请至少保存一行 logit。</translation>
    </message>
    <message>
        <source>{name} holds targets of shape {shape}, and logits of shape {expected}. Give one class for each row, or as many numbers as there are logits.</source>
        <translation>{name} 中目标的形状是 {shape}，logit 的形状是 {expected}。请为每一行给出一个类别，或给出与 logit 同样多的数。</translation>
    </message>
    <message>
        <source>{name} holds the arrays {keys}; which are the logits? Save them by name: numpy.savez(file, logits=..., target=..., labels=...).</source>
        <translation>{name} 中有数组 {keys}；哪个是 logit？请按名称保存：numpy.savez(file, logits=..., target=..., labels=...)。</translation>
    </message>
    <message>
        <source>{name} holds values of type {kind}, which are not real numbers. Save numbers, with numpy.save(file, array.astype(float)).</source>
        <translation>{name} 中的值是 {kind} 类型，不是实数。请用 numpy.save(file, array.astype(float)) 保存数值。</translation>
    </message>
    <message>
        <source>{name} holds {found} numbers, and at most {limit} are turned into logarithms. Save numpy.log of them, and open that.</source>
        <translation>{name} 有 {found} 个数，最多能将 {limit} 个取对数。请保存它们的 numpy.log，再打开。</translation>
    </message>
    <message>
        <source>{name} is a document; it has scenes, and no rows.</source>
        <translation>{name} 是文档；其中有场景，没有行。</translation>
    </message>
    <message>
        <source>{name} is a file of the kind {kind}, which is not read here but in Python, by {library}. This line of Python converts it: {line}</source>
        <translation>{name} 是 {kind} 类型的文件，这里不能读取，在 Python 中可用 {library} 读取。用这行 Python 代码转换：{line}</translation>
    </message>
    <message>
        <source>{name} is a file of the kind {kind}, which is not read. Save the logits with numpy.save, or as CSV, and open that file.</source>
        <translation>{name} 是 {kind} 类文件，不能读取。请用 numpy.save 或以 CSV 格式保存 logit，再打开该文件。</translation>
    </message>
    <message>
        <source>{name} is a file of the kind {kind}, which is not read. This line converts it: {line}</source>
        <translation>{name} 是 {kind} 类型的文件，不能读取。用这一行转换：{line}</translation>
    </message>
    <message>
        <source>{name} is a text, not a NumPy file. Let its name end in .csv or .txt to open it as a text, or save the array with numpy.save.</source>
        <translation>{name} 是文本，不是 NumPy 文件。要作为文本打开，请让文件名以 .csv 或 .txt 结尾；也可以用 numpy.save 保存数组。</translation>
    </message>
    <message>
        <source>{name} is a zip file without NumPy arrays. Save logits with numpy.savez(file, logits=...); a PyTorch tensor as tensor.numpy(), a spreadsheet as CSV.</source>
        <translation>{name} 是不含 NumPy 数组的 zip 文件。请用 numpy.savez(file, logits=...) 保存 logit；PyTorch 张量请保存 tensor.numpy()，电子表格请另存为 CSV。</translation>
    </message>
    <message>
        <source>{name} is another file now: it has taken the place of the one that was opened. What is shown stays. Open it again for its rows.</source>
        <translation>{name} 已是另一个文件：它取代了原先打开的文件。已显示的内容保持不变；要查看其中的行，请重新打开。</translation>
    </message>
    <message>
        <source>{name} is damaged or cut off: an array of shape {shape} and type {kind} takes {expected} bytes, and {found} are there. Save the array again with numpy.save.</source>
        <translation>{name} 已损坏或不完整：形状为 {shape}、类型为 {kind} 的数组需要 {expected} 字节，而这里有 {found} 字节。请用 numpy.save 重新保存数组。</translation>
    </message>
    <message>
        <source>{name} is damaged or cut off: it cannot be unpacked. Save it again with numpy.savez.</source>
        <translation>{name} 已损坏或不完整：无法解压。请用 numpy.savez 重新保存。</translation>
    </message>
    <message>
        <source>{name} is damaged: its header cannot be read. Save the array again with numpy.save.</source>
        <translation>{name} 已损坏：无法读取文件头。请用 numpy.save 重新保存数组。</translation>
    </message>
    <message>
        <source>{name} is empty. Give a file, or --logits=2.33,-1.46,0.56 and so on.</source>
        <translation>{name} 为空。请给出文件，或给出 --logits=2.33,-1.46,0.56 等。</translation>
    </message>
    <message>
        <source>{name} is empty. Save the array again, with numpy.save or numpy.savez.</source>
        <translation>{name} 为空。请用 numpy.save 或 numpy.savez 重新保存数组。</translation>
    </message>
    <message>
        <source>{name} is long for the name of a class; is this a sentence?</source>
        <translation>{name} 作为类别名称太长；这是一句话吗？</translation>
    </message>
    <message>
        <source>{name} is no Excel file that can be read, or a damaged one. Save the sheet as CSV, and open that file.</source>
        <translation>{name} 不是能读取的 Excel 文件，或已损坏。请把工作表另存为 CSV，再打开那个文件。</translation>
    </message>
    <message>
        <source>{name} is no longer a file: a folder, a pipe or a device has taken its place. What is shown stays.</source>
        <translation>{name} 已不是文件：文件夹、管道或设备取代了它。已显示的内容保持不变。</translation>
    </message>
    <message>
        <source>{name} is no longer where it was: it was moved, renamed or deleted. What is shown stays.</source>
        <translation>{name} 已不在原处：它被移动、重命名或删除了。已显示的内容保持不变。</translation>
    </message>
    <message>
        <source>{name} is no safetensors file that can be read, or a damaged one. Save it again with safetensors.numpy.save_file, or the logits with numpy.save.</source>
        <translation>{name} 不是能读取的 safetensors 文件，或已损坏。请用 safetensors.numpy.save_file 重新保存，或用 numpy.save 保存 logits。</translation>
    </message>
    <message>
        <source>{name} is not a NumPy file. Save the array with numpy.save or numpy.savez.</source>
        <translation>{name} 不是 NumPy 文件。请用 numpy.save 或 numpy.savez 保存数组。</translation>
    </message>
    <message>
        <source>{name} is not a document, so it has no scenes.</source>
        <translation>{name} 不是文档，其中没有场景。</translation>
    </message>
    <message>
        <source>{name} is not a file. Choose a file.</source>
        <translation>{name} 不是文件。请选择文件。</translation>
    </message>
    <message>
        <source>{name} is read by {library}, which is not installed. Install it with: {install}
Or convert the file with this line of Python: {line}</source>
        <translation>{name} 要用 {library} 读取，但它尚未安装。安装命令：{install}
或用这行 Python 代码转换文件：{line}</translation>
    </message>
    <message>
        <source>{name} is too large for a spreadsheet: at most {limit} MB and {cells} cells are read. Save the sheet as CSV, and open that file.</source>
        <translation>{name} 作为电子表格过大：最多读取 {limit} MB、{cells} 个单元格。请把工作表另存为 CSV，再打开那个文件。</translation>
    </message>
    <message>
        <source>{name} is too large for a text: {found} MB, at most {limit} MB are read. Save the logits with numpy.save and open the .npy file, of any size.</source>
        <translation>{name} 作为文本过大：{found} MB，最多读取 {limit} MB。请用 numpy.save 保存 logit，再打开 .npy 文件，其大小不限。</translation>
    </message>
    <message>
        <source>{name} is too large: of safetensors files, at most {limit} MB are read. Save the logits alone with numpy.save and open the .npy file, of any size.</source>
        <translation>{name} 过大：safetensors 文件最多读取 {limit} MB。请用 numpy.save 单独保存 logits，再打开 .npy 文件，其大小不限。</translation>
    </message>
    <message>
        <source>{name} may no longer be read by you. What is shown stays. Change its permissions.</source>
        <translation>已没有读取 {name} 的权限。已显示的内容保持不变。请更改其权限。</translation>
    </message>
    <message>
        <source>{name} names {found} classes, and the logits have {expected}. Name each class once.</source>
        <translation>{name} 列出了 {found} 个类别，而 logit 有 {expected} 个。请将每个类别各列一次。</translation>
    </message>
    <message>
        <source>{name} was changed by another program while it was read. Open it again when that is done.</source>
        <translation>读取 {name} 时，其他程序修改了它。请待修改完成后重新打开。</translation>
    </message>
    <message>
        <source>{name} was cut off: it had {before} bytes and has {now}. What is shown stays. Open it again for its rows.</source>
        <translation>{name} 被截短了：原有 {before} 字节，现有 {now} 字节。已显示的内容保持不变；要查看其中的行，请重新打开。</translation>
    </message>
    <message>
        <source>{name} was written over by another program. What is shown stays. Open it again for its rows.</source>
        <translation>{name} 被其他程序覆盖了。已显示的内容保持不变；要查看其中的行，请重新打开。</translation>
    </message>
    <message>
        <source>{name}: the array {key} would unpack from {packed} kB to {size} kB; for safety it is not opened. Save it with numpy.save, or without compression.</source>
        <translation>{name}：数组 {key} 将从 {packed} kB 解压为 {size} kB，因此不予解压。请用 numpy.save 保存，或不压缩保存。</translation>
    </message>
    <message>
        <source>{name}: the labels in {key} are no text that can be read. Save them as str.</source>
        <translation>{name}：{key} 中的类别名称不是可读的文本。请以 str 类型保存。</translation>
    </message>
    <message>
        <source>{number} of {label} is {value}, and a step does not change it. Type a number.</source>
        <translation>{label} 的 {number} 是 {value}，移动一步不会改变它。请输入一个数字。</translation>
    </message>
    <message>
        <source>{one} and {other} have no boundary that could be moved. Choose two classes that do.</source>
        <translation>{one} 与 {other} 之间没有可移动的边界。请选择有边界的两个类别。</translation>
    </message>
    <message>
        <source>{parts}, {part}</source>
        <translation>{parts}，{part}</translation>
    </message>
    <message>
        <source>{places}; and more</source>
        <translation>{places}；等等</translation>
    </message>
    <message>
        <source>{places}; {place}</source>
        <translation>{places}；{place}</translation>
    </message>
    <message>
        <source>{place} is {value}, which only a newer XentGUI knows. Open the document with the newer one, or correct it.</source>
        <translation>{place} 处的 {value} 只有更新版本的 XentGUI 才认识。请用更新的版本打开该文档，或改正它。</translation>
    </message>
    <message>
        <source>{place} is {value}. {remedy}</source>
        <translation>{place} 是 {value}。{remedy}</translation>
    </message>
    <message>
        <source>{points} points and {classes} classes do not fit the targets, {value}. Give a row for each point, with a number for each class.</source>
        <translation>{points} 个点和 {classes} 个类别与目标 {value} 不符。请为每个点给出一行，每个类别一个数。</translation>
    </message>
    <message>
        <source>{reason} See also {places}.</source>
        <translation>{reason}另见：{places}。</translation>
    </message>
    <message>
        <source>{reason} So are {count} more.</source>
        <translation>{reason}另有 {count} 处也是如此。</translation>
    </message>
    <message>
        <source>{text} are not {count} numbers. Type {captions}, with a semicolon between them.</source>
        <translation>{text} 不是 {count} 个数。请输入 {captions}，之间用分号隔开。</translation>
    </message>
    <message>
        <source>{text} can be read in two ways at character {place}. Write brackets, for example ln(2)*3 or ln(2*3).</source>
        <translation>{text} 在第 {place} 个字符处有两种读法。请加括号，例如 ln(2)*3 或 ln(2*3)。</translation>
    </message>
    <message>
        <source>{text} cannot be evaluated at character {place}. Write a number, for example ln(2), or -inf.</source>
        <translation>{text} 没有值：见第 {place} 个字符。请写一个数，例如 ln(2)，或 -inf。</translation>
    </message>
    <message>
        <source>{text} divides by zero at character {place}. Write a number, or -inf to switch a class off.</source>
        <translation>{text} 在第 {place} 个字符处除以零。请写一个数；要屏蔽类别，请写 -inf。</translation>
    </message>
    <message>
        <source>{text} has brackets or powers that are nested too deeply at character {place}. Simplify it.</source>
        <translation>{text} 在第 {place} 个字符处括号或幂嵌套过多。请简化。</translation>
    </message>
    <message>
        <source>{text} is not a number (NaN). Write a number, or -inf to switch a class off.</source>
        <translation>{text} 不是数（NaN）。请写一个数；要屏蔽类别，请写 -inf。</translation>
    </message>
    <message>
        <source>{text} is not a number: a sign is missing before character {place}. Write for example 2*3, 2/3 or ln(2).</source>
        <translation>{text} 不是数：第 {place} 个字符前缺少运算符。请写成例如 2*3、2/3 或 ln(2)。</translation>
    </message>
    <message>
        <source>{text} is not a number: a “)” is missing at character {place}. Close the bracket.</source>
        <translation>{text} 不是数：第 {place} 个字符处缺少“)”。请补上括号。</translation>
    </message>
    <message>
        <source>{text} is not a number: something is missing at character {place}. Write for example 2.33, 1/3, ln(2) or -inf.</source>
        <translation>{text} 不是数：第 {place} 个字符处缺少内容。请写成例如 2.33、1/3、ln(2) 或 -inf。</translation>
    </message>
    <message>
        <source>{text} is not a number: the points and commas at character {place} are ambiguous. Write decimals with “{decimal_point}” and no separator for thousands, for example {example}.</source>
        <translation>{text} 不是数：第 {place} 个字符处的点和逗号含义不明。请用“{decimal_point}”作小数点，不要写千位分隔符，例如 {example}。</translation>
    </message>
    <message>
        <source>{text} is not a number: {found} at character {place} is not understood. Write for example 2.33, 1/3, ln(2) or -inf.</source>
        <translation>{text} 不是数：无法理解第 {place} 个字符处的 {found}。请写成例如 2.33、1/3、ln(2) 或 -inf。</translation>
    </message>
    <message>
        <source>{text} is too large to compute with. Write a number of less than 308 digits, or inf or -inf.</source>
        <translation>{text} 太大，无法计算。请写少于 308 位的数，或写 inf 或 -inf。</translation>
    </message>
    <message>
        <source>{text} is too long for a number: at most {limit} characters are read. Shorten it.</source>
        <translation>{text} 作为数太长：最多读取 {limit} 个字符。请缩短。</translation>
    </message>
    <message>
        <source>{text} is too small to be told from 0. Write 0, or a number above 5e-324.</source>
        <translation>{text} 太小，与 0 无法区分。请写 0，或大于 5e-324 的数。</translation>
    </message>
    <message>
        <source>{values} values do not fit {classes} classes. Give one for each.</source>
        <translation>{values} 个值与 {classes} 个类别不符。请为每个类别给一个值。</translation>
    </message>
    <message>
        <source>{values} values from class {number} on do not fit {count} classes. Paste fewer values, or add classes first.</source>
        <translation>从第 {number} 类起的 {values} 个值放不进 {count} 个类别。请减少粘贴的值，或先添加类别。</translation>
    </message>
    <message>
        <source>{value} cannot be hidden. Write a number such as “p:2”, or “panel:gradient”.</source>
        <translation>{value} 不能隐藏。请写“p:2”之类的数，或“panel:gradient”。</translation>
    </message>
    <message>
        <source>{value} cannot be swept. Choose one of: {choices}.</source>
        <translation>不能扫描 {value}。请从中选择：{choices}。</translation>
    </message>
    <message>
        <source>{value} is no finite number. Type one, such as 0.5.</source>
        <translation>{value} 不是有限的数。请输入一个，例如 0.5。</translation>
    </message>
    <message>
        <source>{what} in column {first}</source>
        <translation>第 {first} 列为{what}</translation>
    </message>
    <message>
        <source>{what} in columns {first} to {last}</source>
        <translation>第 {first} 到 {last} 列为{what}</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source> pt</source>
        <translation> 磅</translation>
    </message>
    <message>
        <source>&amp;Background</source>
        <translation>背景(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Caption</source>
        <translation>说明(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Class</source>
        <translation>类别(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>用途(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>纸张(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Parameter</source>
        <translation>参数(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Range</source>
        <translation>范围(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>A page for &amp;each step of a scene</source>
        <translation>场景的每个步骤各一页(&amp;E)</translation>
    </message>
    <message>
        <source>Aligned at the points, by siunitx</source>
        <translation>按小数点对齐（siunitx）</translation>
    </message>
    <message>
        <source>Another size</source>
        <translation>自定义尺寸</translation>
    </message>
    <message>
        <source>Answer: {answer}</source>
        <translation>答案：{answer}</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>As narrow as a column of a paper</source>
        <translation>窄到论文的一栏</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written</source>
        <translation>已取消，没有写入任何内容</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>已取消；没有写出任何内容。</translation>
    </message>
    <message>
        <source>Choose a column at least.</source>
        <translation>请至少选择一列。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>复制(&amp;Y)</translation>
    </message>
    <message>
        <source>Copied the figure as pixels and as SVG</source>
        <translation>已将图片复制为像素图和 SVG</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Each scene has a page with its figure and its numbers, and a line for a guess if it asks for one. The answers are on the last page.</source>
        <translation>每个场景一页，有图和数值；如果场景提出了问题，还有一行用来写猜测。答案在最后一页。</translation>
    </message>
    <message>
        <source>Embed the &amp;data, to open it again</source>
        <translation>在文件中嵌入数据，以便再次打开(&amp;D)</translation>
    </message>
    <message>
        <source>Exponent q</source>
        <translation>指数 q</translation>
    </message>
    <message>
        <source>Export Animation</source>
        <translation>导出动画</translation>
    </message>
    <message>
        <source>Export Figure</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>格式(&amp;O)</translation>
    </message>
    <message>
        <source>F&amp;ormulas</source>
        <translation>公式(&amp;O)</translation>
    </message>
    <message>
        <source>F&amp;rames, one way</source>
        <translation>单程帧数(&amp;R)</translation>
    </message>
    <message>
        <source>Fo&amp;rmat</source>
        <translation>格式(&amp;R)</translation>
    </message>
    <message>
        <source>Focus γ</source>
        <translation>聚焦 γ</translation>
    </message>
    <message>
        <source>Font si&amp;ze</source>
        <translation>字号(&amp;Z)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Fra&amp;me</source>
        <translation>帧(&amp;M)</translation>
    </message>
    <message>
        <source>Frame {done} of {count}</source>
        <translation>第 {done} 帧，共 {count} 帧</translation>
    </message>
    <message>
        <source>Frames &amp;a second</source>
        <translation>每秒帧数(&amp;A)</translation>
    </message>
    <message>
        <source>Half a slide</source>
        <translation>半张幻灯片</translation>
    </message>
    <message>
        <source>Handout</source>
        <translation>讲义</translation>
    </message>
    <message>
        <source>Handout: {title}</source>
        <translation>讲义：{title}</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>KL divergence D(y‖p)</source>
        <translation>KL 散度 D(y‖p)</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Lette&amp;rs</source>
        <translation>字体(&amp;R)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>My guess:</source>
        <translation>我的猜测：</translation>
    </message>
    <message>
        <source>No message</source>
        <translation>没有消息</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>讲稿</translation>
    </message>
    <message>
        <source>Notes: {title}</source>
        <translation>讲稿：{title}</translation>
    </message>
    <message>
        <source>One column of a paper</source>
        <translation>论文单栏</translation>
    </message>
    <message>
        <source>One logit</source>
        <translation>一个 logit</translation>
    </message>
    <message>
        <source>Outlines: the same everywhere</source>
        <translation>轮廓：处处相同</translation>
    </message>
    <message>
        <source>Page {done} of {count}</source>
        <translation>第 {done} 页，共 {count} 页</translation>
    </message>
    <message>
        <source>Panel &amp;titles</source>
        <translation>面板标题(&amp;T)</translation>
    </message>
    <message>
        <source>Paper: plots only</source>
        <translation>论文：只有图</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>海报</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Print: black, with patterns</source>
        <translation>打印：黑白加图案</translation>
    </message>
    <message>
        <source>Print: plots only, black, with patterns and shapes</source>
        <translation>打印：仅图形，黑色，带图案和不同形状</translation>
    </message>
    <message>
        <source>PyTorch script</source>
        <translation>PyTorch 脚本</translation>
    </message>
    <message>
        <source>Resolution (&amp;dpi)</source>
        <translation>分辨率（dpi）(&amp;D)</translation>
    </message>
    <message>
        <source>S&amp;ize</source>
        <translation>尺寸(&amp;I)</translation>
    </message>
    <message>
        <source>Same as the window</source>
        <translation>与窗口相同</translation>
    </message>
    <message>
        <source>Sans serif</source>
        <translation>无衬线</translation>
    </message>
    <message>
        <source>Save Animation</source>
        <translation>保存动画</translation>
    </message>
    <message>
        <source>Save Figure</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Save Handout</source>
        <translation>保存讲义</translation>
    </message>
    <message>
        <source>Save the &amp;notes, too, as a file beside it</source>
        <translation>同时把讲稿存为旁边的另一个文件(&amp;N)</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>已保存 {name}</translation>
    </message>
    <message>
        <source>Saved {name} and {notes}</source>
        <translation>已保存 {name} 和 {notes}</translation>
    </message>
    <message>
        <source>Serif, beside Computer Modern or Times</source>
        <translation>衬线，配合 Computer Modern 或 Times</translation>
    </message>
    <message>
        <source>Slide, 16:9</source>
        <translation>幻灯片，16:9</translation>
    </message>
    <message>
        <source>Slide, 16:9, in 4K</source>
        <translation>幻灯片，16:9，4K</translation>
    </message>
    <message>
        <source>Slide: large type</source>
        <translation>幻灯片：大字</translation>
    </message>
    <message>
        <source>Sparsity α</source>
        <translation>稀疏度 α</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>正方形</translation>
    </message>
    <message>
        <source>Step {number}: {caption}</source>
        <translation>步骤 {number}：{caption}</translation>
    </message>
    <message>
        <source>Styl&amp;e</source>
        <translation>样式(&amp;E)</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Text in SVG</source>
        <translation>SVG 中的文字</translation>
    </message>
    <message>
        <source>Text table</source>
        <translation>文本表格</translation>
    </message>
    <message>
        <source>Text, with fonts of the reader</source>
        <translation>文本，用读者的字体</translation>
    </message>
    <message>
        <source>Text, with its fonts in the file</source>
        <translation>文本，字体嵌入文件</translation>
    </message>
    <message>
        <source>The steps of the undo history</source>
        <translation>撤销历史的各步</translation>
    </message>
    <message>
        <source>The system&apos;s</source>
        <translation>系统字体</translation>
    </message>
    <message>
        <source>Theme background</source>
        <translation>主题背景</translation>
    </message>
    <message>
        <source>To try: {task}</source>
        <translation>试一试：{task}</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>透明</translation>
    </message>
    <message>
        <source>Two columns of a paper</source>
        <translation>论文双栏</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Val&amp;ue labels</source>
        <translation>数值标签(&amp;U)</translation>
    </message>
    <message>
        <source>Vectors: sharp at every size</source>
        <translation>矢量图：任何尺寸都清晰</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>将要写出的内容</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>Window: cards</source>
        <translation>窗口：卡片</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>and {count} more classes</source>
        <translation>以及另外 {count} 个类别</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>centimetres</source>
        <translation>厘米</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>cross-entropy H(y, p)</source>
        <translation>交叉熵 H(y, p)</translation>
    </message>
    <message>
        <source>draws n</source>
        <translation>抽样次数 n</translation>
    </message>
    <message>
        <source>entmax p̂</source>
        <translation>entmax p̂</translation>
    </message>
    <message>
        <source>entropy H(p)</source>
        <translation>熵 H(p)</translation>
    </message>
    <message>
        <source>entropy H(y)</source>
        <translation>熵 H(y)</translation>
    </message>
    <message>
        <source>exponent q</source>
        <translation>指数 q</translation>
    </message>
    <message>
        <source>focus γ</source>
        <translation>聚焦 γ</translation>
    </message>
    <message>
        <source>hardmax</source>
        <translation>hardmax</translation>
    </message>
    <message>
        <source>label smoothing ε</source>
        <translation>标签平滑 ε</translation>
    </message>
    <message>
        <source>logit z</source>
        <translation>logit z</translation>
    </message>
    <message>
        <source>loss L</source>
        <translation>损失 L</translation>
    </message>
    <message>
        <source>mean {name}</source>
        <translation>平均{name}</translation>
    </message>
    <message>
        <source>min-p</source>
        <translation>min-p</translation>
    </message>
    <message>
        <source>numpy script</source>
        <translation>numpy 脚本</translation>
    </message>
    <message>
        <source>order of the sampler</source>
        <translation>采样器的顺序</translation>
    </message>
    <message>
        <source>perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>seed of the draws</source>
        <translation>抽样的种子</translation>
    </message>
    <message>
        <source>softmax p</source>
        <translation>softmax p</translation>
    </message>
    <message>
        <source>sparsity α</source>
        <translation>稀疏度 α</translation>
    </message>
    <message>
        <source>target y</source>
        <translation>目标 y</translation>
    </message>
    <message>
        <source>temperature T</source>
        <translation>温度 T</translation>
    </message>
    <message>
        <source>top-k</source>
        <translation>top-k</translation>
    </message>
    <message>
        <source>top-p</source>
        <translation>top-p</translation>
    </message>
    <message>
        <source>typical-p</source>
        <translation>typical-p</translation>
    </message>
    <message>
        <source>{frame} of {count}</source>
        <translation>第 {frame} 帧，共 {count} 帧</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} 像素</translation>
    </message>
</context>
<context>
    <name>language</name>
    <message>
        <source>en</source>
        <translation>zh_CN</translation>
    </message>
</context>
<context>
    <name>losses</name>
    <message>
        <source>Brier score</source>
        <translation>Brier 分数</translation>
    </message>
    <message>
        <source>Costs for every class that does not trail the true one by 1</source>
        <translation>凡是落后真实类别不足 1 的类别都要付出代价</translation>
    </message>
    <message>
        <source>Costs for the strongest rival if it does not trail the true class by 1</source>
        <translation>最强的对手若落后真实类别不足 1，就要付出代价</translation>
    </message>
    <message>
        <source>Cross-entropy that cares less about what is almost right; γ says how much less</source>
        <translation>对已经接近正确的类别少操心的交叉熵；γ 决定少多少</translation>
    </message>
    <message>
        <source>Fenchel–Young loss</source>
        <translation>Fenchel–Young 损失</translation>
    </message>
    <message>
        <source>From cross-entropy at q = 0 to 1 − p at q = 1: it forgives wrong labels</source>
        <translation>从 q = 0 的交叉熵到 q = 1 的 1 − p：对错误标签更宽容</translation>
    </message>
    <message>
        <source>From softmax at α = 1 to sparsemax at α = 2: classes far behind get exactly 0, and a clear lead costs nothing</source>
        <translation>从 α = 1 的 softmax 到 α = 2 的 sparsemax：远远落后的类别恰好得 0，领先足够多则没有损失</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KL 散度</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>focal loss</source>
        <translation>焦点损失</translation>
    </message>
    <message>
        <source>generalised cross-entropy</source>
        <translation>广义交叉熵</translation>
    </message>
    <message>
        <source>hinge (Crammer–Singer)</source>
        <translation>合页损失（Crammer–Singer）</translation>
    </message>
    <message>
        <source>hinge (Weston–Watkins)</source>
        <translation>合页损失（Weston–Watkins）</translation>
    </message>
    <message>
        <source>reverse KL divergence</source>
        <translation>反向 KL 散度</translation>
    </message>
    <message>
        <source>Σ(p − y)²: the squared distance, which hardly pulls on a confident mistake</source>
        <translation>Σ(p − y)²：平方距离，对自信的错误几乎不起作用</translation>
    </message>
    <message>
        <source>Σp·log(p/y): infinite for a one-hot target, so smooth it</source>
        <translation>Σp·log(p/y)：目标为独热时为无穷大，请先做平滑</translation>
    </message>
    <message>
        <source>Σy·log(y/p): the cross-entropy without the entropy of the target</source>
        <translation>Σy·log(y/p)：交叉熵减去目标的熵</translation>
    </message>
    <message>
        <source>−Σy·log p: how surprised one is on average if the target is the truth</source>
        <translation>−Σy·log p：若目标为真，平均有多意外</translation>
    </message>
</context>
<context>
    <name>panels</name>
    <message>
        <source>1 draw</source>
        <translation>抽样 1 次</translation>
    </message>
    <message>
        <source>A landscape needs two classes.</source>
        <translation>地形图需要两个类别。</translation>
    </message>
    <message>
        <source>A matrix of {count} classes could not be read; it is drawn of up to {most}.</source>
        <translation>{count} 个类别的矩阵无法看清；最多画 {most} 个。</translation>
    </message>
    <message>
        <source>A plane needs two inputs, and these points have one.</source>
        <translation>平面需要两个输入，而这些点只有一个。</translation>
    </message>
    <message>
        <source>A triangle needs three classes. Add a class.</source>
        <translation>三角形需要三个类别。请添加一个类别。</translation>
    </message>
    <message>
        <source>About cross-entropy; the chosen loss is {loss}.</source>
        <translation>此处关于交叉熵；所选的损失是{loss}。</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>Add Point of {label}</source>
        <translation>添加{label}的点</translation>
    </message>
    <message>
        <source>All that three probabilities can be. Drag the dot to set p, or the square to set y. The loss is the same all along a line; dashed: what the temperature does to p.</source>
        <translation>三个概率的所有可能取值。拖动圆点设置 p，拖动方块设置 y。同一条线上损失处处相同；虚线：温度如何改变 p。</translation>
    </message>
    <message>
        <source>All, as they are shown</source>
        <translation>全部，按当前显示</translation>
    </message>
    <message>
        <source>Arrow down: raising this logit lowers the loss. It follows from p and y; drag those to change it.</source>
        <translation>箭头向下：提高这个 logit，损失会下降。它由 p 和 y 决定；拖动 p 或 y 可改变它。</translation>
    </message>
    <message>
        <source>Arrow −∂L/∂x</source>
        <translation>箭头 −∂L/∂x</translation>
    </message>
    <message>
        <source>Arrows downhill</source>
        <translation>下坡箭头</translation>
    </message>
    <message>
        <source>At T = 0 the loss is a step, and has no slope. Choose a temperature above 0.</source>
        <translation>T = 0 时损失是阶梯，没有坡度。请选择大于 0 的温度。</translation>
    </message>
    <message>
        <source>At T = 0, p jumps from one class to another: J is 0, except where the largest logits tie.</source>
        <translation>T = 0 时，p 从一个类别跳到另一个类别：J 为 0，只有最大的 logit 并列时除外。</translation>
    </message>
    <message>
        <source>At T = 0, p jumps where the largest logits tie, as they do here: there is no J.</source>
        <translation>T = 0 时，p 在最大的 logit 并列处跳变，此处正是如此：J 不存在。</translation>
    </message>
    <message>
        <source>At T = ∞ the logits do not matter: the landscape is flat.</source>
        <translation>T = ∞ 时 logit 不起作用：地形是平的。</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>坐标轴</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>柱形</translation>
    </message>
    <message>
        <source>Bars sorted by p, with their sum</source>
        <translation>按 p 排列的柱形与逐个累加的总和</translation>
    </message>
    <message>
        <source>Bins</source>
        <translation>分箱数</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>左下角</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>右下角</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>Boundaries of the other models</source>
        <translation>其他模型的边界</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>Brier 分数</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>Calibration needs a matrix of logits with the right class of each row: File ▸ Import Logits…</source>
        <translation>校准需要带有每行正确类别的 logit 矩阵：文件 ▸ 导入 logit…</translation>
    </message>
    <message>
        <source>Choose Point {number}</source>
        <translation>选中点 {number}</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Colours of the loss</source>
        <translation>损失的颜色图</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>Contours</source>
        <translation>等高线</translation>
    </message>
    <message>
        <source>Contours of p at .5, .7, .9</source>
        <translation>p 为 .5、.7、.9 的等高线</translation>
    </message>
    <message>
        <source>Contours of the entropy</source>
        <translation>熵的等高线</translation>
    </message>
    <message>
        <source>Contours of the loss</source>
        <translation>损失的等高线</translation>
    </message>
    <message>
        <source>Curve of temperature</source>
        <translation>温度曲线</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Curves of</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Dashed: the target y.</source>
        <translation>虚线：目标 y。</translation>
    </message>
    <message>
        <source>Decomposition</source>
        <translation>分解</translation>
    </message>
    <message>
        <source>Derivation</source>
        <translation>推导</translation>
    </message>
    <message>
        <source>Distance Σ|p − y|</source>
        <translation>距离 Σ|p − y|</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Drag Information of {label}</source>
        <translation>拖动 {label} 的信息量</translation>
    </message>
    <message>
        <source>Drag Logit of {label}</source>
        <translation>拖动 {label} 的 logit</translation>
    </message>
    <message>
        <source>Drag Logits of {one} and {other}</source>
        <translation>拖动 {one} 与 {other} 的 logit</translation>
    </message>
    <message>
        <source>Drag Mean of {label}</source>
        <translation>拖动{label}的均值</translation>
    </message>
    <message>
        <source>Drag Point {number}</source>
        <translation>拖动点 {number}</translation>
    </message>
    <message>
        <source>Drag Probability of {label}</source>
        <translation>拖动 {label} 的概率</translation>
    </message>
    <message>
        <source>Drag Target of {label}</source>
        <translation>拖动 {label} 的目标</translation>
    </message>
    <message>
        <source>Drag a bar to set its probability, or a target line to set its target: the other targets give way so that their sum stays, unless Alt is held.</source>
        <translation>拖动柱形可设定概率，拖动目标线可设定目标：其他目标随之让出，使总和不变；按住 Alt 则不受此限。</translation>
    </message>
    <message>
        <source>Drag a dot along the curve: rare is surprising.</source>
        <translation>沿曲线拖动圆点：越罕见，信息量越大。</translation>
    </message>
    <message>
        <source>Drag a stem&apos;s head to set its logit.</source>
        <translation>拖动竖线顶端可设定 logit。</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>ECE {error} with {bins} bins; {others}</source>
        <translation>ECE {error}（{bins} 箱）；{others}</translation>
    </message>
    <message>
        <source>Each row times its ∂L/∂p, added up in each column, gives ∂L/∂z.</source>
        <translation>每行乘以其 ∂L/∂p，再按列相加，就得到 ∂L/∂z。</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>For teaching only: the program itself never computes this way.</source>
        <translation>仅供教学：本程序的其他部分都不这样计算。</translation>
    </message>
    <message>
        <source>Forward through the circles, and the error back below them. Point at a circle or a line to read it. Space reveals the next stage, Backspace takes it back, Home hides all.</source>
        <translation>数值在圆圈中向前，误差在下面流回。指向圆圈或连线可读数。空格显示下一步，退格收回，Home 全部隐藏。</translation>
    </message>
    <message>
        <source>Further lines</source>
        <translation>其他曲线</translation>
    </message>
    <message>
        <source>Go Along the Training</source>
        <translation>沿训练移动</translation>
    </message>
    <message>
        <source>Go Along the Walk</source>
        <translation>沿路径移动</translation>
    </message>
    <message>
        <source>Go to Row</source>
        <translation>转到行</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>H {before} → {after}</source>
        <translation>H {before} → {after}</translation>
    </message>
    <message>
        <source>H(p) = {entropy} bits; no Huffman code of so many classes</source>
        <translation>H(p) = {entropy} 比特；类别太多，不做霍夫曼编码</translation>
    </message>
    <message>
        <source>H(p) = {entropy} bits; the Huffman code comes in a moment</source>
        <translation>H(p) = {entropy} 比特；霍夫曼编码稍后显示</translation>
    </message>
    <message>
        <source>H(y)</source>
        <translation>H(y)</translation>
    </message>
    <message>
        <source>H(y, p) in {unit}</source>
        <translation>H(y, p) ({unit})</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Held-out half, before and after fitting T</source>
        <translation>留出的一半，拟合 T 前后</translation>
    </message>
    <message>
        <source>How each p changes with each z, and how the gradient flows back through it. Drag a cell up or down to move the logit of its column.</source>
        <translation>每个 p 如何随每个 z 变化，以及梯度如何经由它反向传播。上下拖动单元格可移动该列的 logit。</translation>
    </message>
    <message>
        <source>How hard each loss pulls at the true class, with one rival. On the left is a confident mistake. Drag the line to set p.</source>
        <translation>只有一个对手时，各损失对真实类别的拉力。左端是自信的错误。拖动竖线可设定 p。</translation>
    </message>
    <message>
        <source>How many points of each class are predicted as each. Point at a cell, and its points light; click it to choose one of them.</source>
        <translation>每个类别有多少点被预测为各个类别。指向一个格子，其中的点会亮起；单击可选中其中一个。</translation>
    </message>
    <message>
        <source>How often each class was drawn, beside its probability. More draws come nearer to it.</source>
        <translation>每个类别被抽到的频率，与其概率并列。抽得越多，越接近概率。</translation>
    </message>
    <message>
        <source>How often the most probable class is right, by its p, over all rows of a matrix. On the dashed line, p is right.</source>
        <translation>在矩阵的所有行上，按最大的 p 看最可能的类别有多常正确。在虚线上，p 恰好准确。</translation>
    </message>
    <message>
        <source>Huffman</source>
        <translation>霍夫曼</translation>
    </message>
    <message>
        <source>Huffman {huffman}, H(p) = {entropy} bits</source>
        <translation>霍夫曼 {huffman}，H(p) = {entropy} 比特</translation>
    </message>
    <message>
        <source>Huffman {huffman}, H(p) = {entropy} bits a draw</source>
        <translation>每次抽样：霍夫曼 {huffman}，H(p) = {entropy} 比特</translation>
    </message>
    <message>
        <source>In rows, names beside them</source>
        <translation>横排，名称在旁</translation>
    </message>
    <message>
        <source>In rows, the largest first</source>
        <translation>横排，从大到小</translation>
    </message>
    <message>
        <source>In rows, the largest first, logarithmic</source>
        <translation>横排，从大到小，对数坐标</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>信息量</translation>
    </message>
    <message>
        <source>Input space</source>
        <translation>输入空间</translation>
    </message>
    <message>
        <source>Jacobian</source>
        <translation>雅可比矩阵</translation>
    </message>
    <message>
        <source>KL divergence</source>
        <translation>KL 散度</translation>
    </message>
    <message>
        <source>L = ∞ everywhere: smooth the target</source>
        <translation>L 处处为 ∞：请平滑目标</translation>
    </message>
    <message>
        <source>LDA</source>
        <translation>LDA</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>地形图</translation>
    </message>
    <message>
        <source>Learning curve</source>
        <translation>学习曲线</translation>
    </message>
    <message>
        <source>Line of label smoothing</source>
        <translation>标签平滑直线</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Lines where z = 0</source>
        <translation>z = 0 的直线</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Logit of {label}</source>
        <translation>{label} 的 logit</translation>
    </message>
    <message>
        <source>Logits</source>
        <translation>Logit</translation>
    </message>
    <message>
        <source>Loss and probabilities after each step; dashed: what is to come. Drag the line along.</source>
        <translation>每一步之后的损失和概率；虚线是后面的步。拖动竖线可沿路径移动。</translation>
    </message>
    <message>
        <source>Loss of each point</source>
        <translation>各点的损失</translation>
    </message>
    <message>
        <source>Losses side by side</source>
        <translation>并列的损失</translation>
    </message>
    <message>
        <source>Mean loss and accuracy after each step of the training, and the loss of the class shares alone. Drag the line along.</source>
        <translation>训练每一步之后的平均损失和准确率，以及只按类别比例的损失。拖动竖线即可前后移动。</translation>
    </message>
    <message>
        <source>Means and ellipses of LDA</source>
        <translation>LDA 的均值和椭圆</translation>
    </message>
    <message>
        <source>Mixed by p</source>
        <translation>按 p 混合</translation>
    </message>
    <message>
        <source>Move p in the Simplex</source>
        <translation>在单纯形中移动 p</translation>
    </message>
    <message>
        <source>Move y in the Simplex</source>
        <translation>在单纯形中移动 y</translation>
    </message>
    <message>
        <source>Names of the classes</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>No point has a target that could be compared.</source>
        <translation>没有可以比较的目标。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Number of Draws</source>
        <translation>抽样次数</translation>
    </message>
    <message>
        <source>Of the points whose largest p lies in a tenth, how many are right; on the diagonal, p keeps what it promises.</source>
        <translation>最大 p 落在同一个十分位的点中，有多少是正确的；在对角线上，p 名副其实。</translation>
    </message>
    <message>
        <source>One bar of all p</source>
        <translation>全部 p 的一条</translation>
    </message>
    <message>
        <source>One-Hot Target at {label}</source>
        <translation>将目标设为独热：{label}</translation>
    </message>
    <message>
        <source>Order of the Sampler</source>
        <translation>采样器的顺序</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>Path of the descent</source>
        <translation>下降路径</translation>
    </message>
    <message>
        <source>Point at a number to light its class. Space reveals the next stage, Backspace takes it back, Home hides all.</source>
        <translation>指向数值，其类别随之高亮。空格键显示下一步，退格键收回一步，Home 键全部隐藏。</translation>
    </message>
    <message>
        <source>Point {number}</source>
        <translation>点 {number}</translation>
    </message>
    <message>
        <source>Point {number}: {label}</source>
        <translation>点 {number}：{label}</translation>
    </message>
    <message>
        <source>Points calibration</source>
        <translation>各点的校准</translation>
    </message>
    <message>
        <source>Points, and what a classifier makes of every place. Click a point to choose it, or drag it; click beside the points to add one. Drag a boundary, or turn it by its ends.</source>
        <translation>点，以及分类器对每个位置的判断。单击选中一个点，也可拖动；单击空白处添加一个。拖动边界，或拖它的一端来转动。</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Probabilities, loss or entropy as functions of one logit, of the temperature or of another setting. Drag the line along.</source>
        <translation>概率、损失或熵随某个 logit、温度或其他设置变化的曲线。可沿横轴拖动竖线。</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Remove Point {number}</source>
        <translation>删除点 {number}</translation>
    </message>
    <message>
        <source>Rings on wrong points</source>
        <translation>错分的点加圆圈</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>各行</translation>
    </message>
    <message>
        <source>Rows are shown while a matrix of logits is open: File ▸ Import Logits…</source>
        <translation>打开 logit 矩阵时显示各行：文件 ▸ 导入 logit…</translation>
    </message>
    <message>
        <source>Rows only show their numbers. Choose upright bars to drag them.</source>
        <translation>横排只显示数值。要拖动，请选择竖直的条形。</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>采样器</translation>
    </message>
    <message>
        <source>Seed of Draws</source>
        <translation>抽样的种子</translation>
    </message>
    <message>
        <source>Set {stage}</source>
        <translation>设置 {stage}</translation>
    </message>
    <message>
        <source>Shading</source>
        <translation>底色</translation>
    </message>
    <message>
        <source>Shift Boundary of {one} and {other}</source>
        <translation>平移{one}与{other}的边界</translation>
    </message>
    <message>
        <source>Show the next stage (Space)</source>
        <translation>显示下一步（空格键）</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Simplex</source>
        <translation>单纯形</translation>
    </message>
    <message>
        <source>Stages as</source>
        <translation>各步画成</translation>
    </message>
    <message>
        <source>T = 1</source>
        <translation>T = 1</translation>
    </message>
    <message>
        <source>T = {value}</source>
        <translation>T = {value}</translation>
    </message>
    <message>
        <source>T = {value}: ECE {first} → {last}, −log p {before} → {after} {unit}</source>
        <translation>T = {value}：ECE {first} → {last}，−log p {before} → {after} {unit}</translation>
    </message>
    <message>
        <source>T first (transformers) keeps {first}, T last (llama.cpp) {last}</source>
        <translation>T 在先（transformers）留 {first} 个，在后（llama.cpp）留 {last} 个</translation>
    </message>
    <message>
        <source>T first or last: the same {count} of {all}, the same p</source>
        <translation>T 在先或在后：同样的 {count} / {all} 个，p 也相同</translation>
    </message>
    <message>
        <source>T first or last: the same {count}, largest p {first} or {last}</source>
        <translation>T 在先或在后：同样 {count} 个，最大的 p 为 {first} 或 {last}</translation>
    </message>
    <message>
        <source>T is fitted when all rows have been looked at, if each has one right class.</source>
        <translation>看完所有行之后才拟合 T，并且每行只有一个正确类别。</translation>
    </message>
    <message>
        <source>Take the last stage back (Backspace)</source>
        <translation>收回一步（退格键）</translation>
    </message>
    <message>
        <source>The bits of each class in a Huffman code, and ideally, −log₂ p. An arithmetic code comes as near as one bit for all draws together.</source>
        <translation>每个类别在霍夫曼编码中的比特数，以及理想值 −log₂ p。算术编码对全部抽样合计只多约一比特。</translation>
    </message>
    <message>
        <source>The entropy H(p)</source>
        <translation>熵 H(p)</translation>
    </message>
    <message>
        <source>The gradient of the chosen loss, {loss}, does not pass through J: it is a function of the logits, not of p.</source>
        <translation>所选损失（{loss}）的梯度不经过 J：它是 logit 的函数，而不是 p 的函数。</translation>
    </message>
    <message>
        <source>The loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>The loss cannot fall below H(y). Drag p towards y and watch D shrink.</source>
        <translation>损失不会低于 H(y)。把 p 拖向 y，看 D 缩小。</translation>
    </message>
    <message>
        <source>The loss is infinite all along.</source>
        <translation>损失处处为无穷大。</translation>
    </message>
    <message>
        <source>The loss is infinite for all values of these two logits.</source>
        <translation>无论这两个 logit 取何值，损失都是无穷大。</translation>
    </message>
    <message>
        <source>The loss of each row of a matrix, upwards, and its entropy, downwards. Drag the line to walk through the rows.</source>
        <translation>矩阵每一行的损失（向上）和熵（向下）。拖动竖线，逐行查看。</translation>
    </message>
    <message>
        <source>The loss over two logits; all others stay. Drag the point: downhill is where the arrows point, and where each step goes.</source>
        <translation>损失随两个 logit 的变化，其余 logit 不变。拖动圆点：箭头指向下坡，每一步也朝那里走。</translation>
    </message>
    <message>
        <source>The mean of −log p over more and more draws: from p it comes to H(p), from y to H(y, p). Drag the line to draw more.</source>
        <translation>抽样越来越多时 −log p 的均值：从 p 抽趋于 H(p)，从 y 抽趋于 H(y, p)。拖动竖线可抽更多。</translation>
    </message>
    <message>
        <source>The next points that you add belong to {label}.</source>
        <translation>接下来添加的点属于{label}。</translation>
    </message>
    <message>
        <source>The points from the largest loss to the smallest: few wrong ones can be most of the mean. Click one to choose it.</source>
        <translation>各点按损失从大到小排列：少数错误的点可能占平均值的大部分。单击一个即可选中。</translation>
    </message>
    <message>
        <source>The probabilities at which each loss is least. Drag a target: focal loss stays too flat, generalised cross-entropy goes too far.</source>
        <translation>各损失最小时的概率。拖动目标：焦点损失停得太平，广义交叉熵走得太远。</translation>
    </message>
    <message>
        <source>The reverse KL divergence is infinite where a class has no target. Smooth the target.</source>
        <translation>只要有类别的目标为 0，反向 KL 散度就是无穷大。请平滑目标。</translation>
    </message>
    <message>
        <source>The whole coloured area is the cross-entropy.</source>
        <translation>全部着色面积就是交叉熵。</translation>
    </message>
    <message>
        <source>The {shown} classes with the largest p of {count}.</source>
        <translation>{count} 个类别中 p 最大的 {shown} 个。</translation>
    </message>
    <message>
        <source>The {shown} classes with the largest p of {count}; ∂L/∂z is that of all.</source>
        <translation>{count} 个类别中 p 最大的 {shown} 个；∂L/∂z 包括全部类别。</translation>
    </message>
    <message>
        <source>There are too many rows to keep the numbers of each.</source>
        <translation>行数太多，无法保存每一行的数值。</translation>
    </message>
    <message>
        <source>These logits follow from no input.</source>
        <translation>这些 logit 并非由输入得出。</translation>
    </message>
    <message>
        <source>These logits follow from no input. “Penguins” among the examples opens points, and what a classifier makes of them.</source>
        <translation>这些 logit 并非由输入得出。示例中的“企鹅”会打开一组点及其分类器。</translation>
    </message>
    <message>
        <source>Too small to read: enlarge</source>
        <translation>太小，无法看清：请放大</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>顶部</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>轨迹</translation>
    </message>
    <message>
        <source>Turn Boundary of {one} and {other}</source>
        <translation>转动{one}与{other}的边界</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>纵轴</translation>
    </message>
    <message>
        <source>Upright</source>
        <translation>竖直</translation>
    </message>
    <message>
        <source>What code that overflows, clips or applies softmax twice computes. The first row, like every other panel, is exact.</source>
        <translation>代码若上溢、截断或做了两次 softmax，会算出什么。第一行和其他面板都是准确值。</translation>
    </message>
    <message>
        <source>What each stage keeps and drops, from top to bottom. Drag a name to change the order, and a cut to keep more or less.</source>
        <translation>自上而下，每一步保留和丢弃什么。拖动名称改变顺序，拖动切线多留或少留。</translation>
    </message>
    <message>
        <source>What naive code computes</source>
        <translation>朴素实现会算成什么</translation>
    </message>
    <message>
        <source>What one pays</source>
        <translation>要付出多少</translation>
    </message>
    <message>
        <source>Where a step leads</source>
        <translation>每一步的走向</translation>
    </message>
    <message>
        <source>Where it rests</source>
        <translation>停在哪里</translation>
    </message>
    <message>
        <source>Where ∂L/∂p is infinite, ∂L/∂z is the limit of the products.</source>
        <translation>∂L/∂p 为无穷大处，∂L/∂z 取乘积的极限。</translation>
    </message>
    <message>
        <source>Why cross-entropy</source>
        <translation>为何用交叉熵</translation>
    </message>
    <message>
        <source>above the threshold</source>
        <translation>高出界限</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>area {cross} = H(y, p)</source>
        <translation>面积 {cross} = H(y, p)</translation>
    </message>
    <message>
        <source>arithmetic, {count} draws</source>
        <translation>算术编码，{count} 次</translation>
    </message>
    <message>
        <source>as arithmetic code</source>
        <translation>算术编码</translation>
    </message>
    <message>
        <source>at infinity</source>
        <translation>在无穷远</translation>
    </message>
    <message>
        <source>change in this step</source>
        <translation>此步的变化</translation>
    </message>
    <message>
        <source>changes p of {label}, per unit, by</source>
        <translation>{label} 的 p 每单位变化</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>class shares alone</source>
        <translation>只按类别比例</translation>
    </message>
    <message>
        <source>classes within the margin</source>
        <translation>间隔之内的类别数</translation>
    </message>
    <message>
        <source>confidence, the largest p</source>
        <translation>置信度，即最大的 p</translation>
    </message>
    <message>
        <source>contribution −y·log p</source>
        <translation>贡献 −y·log p</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>cost of each class</source>
        <translation>各类别的代价</translation>
    </message>
    <message>
        <source>cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>divergence</source>
        <translation>散度</translation>
    </message>
    <message>
        <source>divergence of p̂ from y</source>
        <translation>p̂ 与 y 的散度</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>抽到</translation>
    </message>
    <message>
        <source>draws from y paid</source>
        <translation>从 y 抽样付出</translation>
    </message>
    <message>
        <source>draws n</source>
        <translation>抽样次数 n</translation>
    </message>
    <message>
        <source>entmax</source>
        <translation>entmax</translation>
    </message>
    <message>
        <source>entmax p̂</source>
        <translation>entmax p̂</translation>
    </message>
    <message>
        <source>entropy H(p)</source>
        <translation>熵 H(p)</translation>
    </message>
    <message>
        <source>entropy of the prediction</source>
        <translation>预测的熵</translation>
    </message>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>准确值</translation>
    </message>
    <message>
        <source>exp H {before} → {after}</source>
        <translation>exp H {before} → {after}</translation>
    </message>
    <message>
        <source>exp({logit}) = ∞: overflow</source>
        <translation>exp({logit}) = ∞：上溢</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>预计</translation>
    </message>
    <message>
        <source>exponentiate</source>
        <translation>取指数</translation>
    </message>
    <message>
        <source>float16, max not subtracted</source>
        <translation>float16，不减最大值</translation>
    </message>
    <message>
        <source>float32, max not subtracted</source>
        <translation>float32，不减最大值</translation>
    </message>
    <message>
        <source>float64, max not subtracted</source>
        <translation>float64，不减最大值</translation>
    </message>
    <message>
        <source>focal loss</source>
        <translation>焦点损失</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>frequency ±√(p(1 − p)/n)</source>
        <translation>频率 ±√(p(1 − p)/n)</translation>
    </message>
    <message>
        <source>from y: infinite, because p lacks what y asks for</source>
        <translation>从 y 抽：无穷大，因为 p 中没有 y 要的类别</translation>
    </message>
    <message>
        <source>generalised cross-entropy</source>
        <translation>广义交叉熵</translation>
    </message>
    <message>
        <source>gradient ∂L/∂z</source>
        <translation>梯度 ∂L/∂z</translation>
    </message>
    <message>
        <source>hardmax</source>
        <translation>hardmax</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>未揭示</translation>
    </message>
    <message>
        <source>hinge loss</source>
        <translation>合页损失</translation>
    </message>
    <message>
        <source>ideal, n·H(p)</source>
        <translation>理想值 n·H(p)</translation>
    </message>
    <message>
        <source>ideal, n·H(y, p)</source>
        <translation>理想值 n·H(y, p)</translation>
    </message>
    <message>
        <source>ideal, −log₂ p</source>
        <translation>理想值 −log₂ p</translation>
    </message>
    <message>
        <source>in the circles; dashed: below 0</source>
        <translation>圆圈中；虚线：小于 0</translation>
    </message>
    <message>
        <source>information</source>
        <translation>信息量</translation>
    </message>
    <message>
        <source>information −log p</source>
        <translation>信息量 −log p</translation>
    </message>
    <message>
        <source>keeps {count}, drops {mass}</source>
        <translation>留 {count} 个，弃 {mass}</translation>
    </message>
    <message>
        <source>largest p</source>
        <translation>最大的 p</translation>
    </message>
    <message>
        <source>line: mean of p; mean distance {error}</source>
        <translation>横线：p 的平均；平均距离 {error}</translation>
    </message>
    <message>
        <source>log-ratio</source>
        <translation>对数比</translation>
    </message>
    <message>
        <source>logit z</source>
        <translation>logit z</translation>
    </message>
    <message>
        <source>logit {symbol} of {label}</source>
        <translation>{label} 的 logit {symbol}</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>loss down to {loss}</source>
        <translation>损失降至 {loss}</translation>
    </message>
    <message>
        <source>loss in {unit}</source>
        <translation>损失 ({unit})</translation>
    </message>
    <message>
        <source>loss still {loss}</source>
        <translation>损失仍为 {loss}</translation>
    </message>
    <message>
        <source>loss up to {loss}</source>
        <translation>损失升至 {loss}</translation>
    </message>
    <message>
        <source>loss, probability</source>
        <translation>损失、概率</translation>
    </message>
    <message>
        <source>lower bound</source>
        <translation>下界</translation>
    </message>
    <message>
        <source>magnified × {factor}</source>
        <translation>放大 × {factor}</translation>
    </message>
    <message>
        <source>mean difference</source>
        <translation>平均差</translation>
    </message>
    <message>
        <source>mean log-ratio</source>
        <translation>平均对数比</translation>
    </message>
    <message>
        <source>mean loss</source>
        <translation>平均损失</translation>
    </message>
    <message>
        <source>mean loss {loss}</source>
        <translation>平均损失 {loss}</translation>
    </message>
    <message>
        <source>mean of p</source>
        <translation>p 的平均</translation>
    </message>
    <message>
        <source>mean of {label}</source>
        <translation>{label}的均值</translation>
    </message>
    <message>
        <source>mean {loss}</source>
        <translation>平均 {loss}</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>no activation</source>
        <translation>无激活</translation>
    </message>
    <message>
        <source>no contours with more than {count} classes</source>
        <translation>超过 {count} 个类别时没有等高线</translation>
    </message>
    <message>
        <source>no probability: all margins 1 or more</source>
        <translation>没有确定的概率：间隔都不小于 1</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>没有目标</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>不是数</translation>
    </message>
    <message>
        <source>nowhere: the loss has no finite minimum</source>
        <translation>无处：损失没有有限的最小值</translation>
    </message>
    <message>
        <source>numbers in the circles</source>
        <translation>圆圈中的数值</translation>
    </message>
    <message>
        <source>numbers in the circles, of the weightiest {shown} of {count} classes</source>
        <translation>圆圈中的数值，{count} 个类别中最重要的 {shown} 个</translation>
    </message>
    <message>
        <source>numbers in the circles; dashed: a weight below 0</source>
        <translation>圆圈中的数值；虚线：负权重</translation>
    </message>
    <message>
        <source>of this class</source>
        <translation>占该类别</translation>
    </message>
    <message>
        <source>of {classes} others: {count}</source>
        <translation>其余 {classes} 类：{count} 次</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on an edge, L can be larger</source>
        <translation>在边上，L 可能更大</translation>
    </message>
    <message>
        <source>on y</source>
        <translation>正在 y 上</translation>
    </message>
    <message>
        <source>other classes</source>
        <translation>其他类别</translation>
    </message>
    <message>
        <source>other classes: {symbol} {p}, y {y}</source>
        <translation>其他类别：{symbol} {p}，y {y}</translation>
    </message>
    <message>
        <source>output f(x), without softmax</source>
        <translation>输出 f(x)，没有 softmax</translation>
    </message>
    <message>
        <source>p clipped</source>
        <translation>截断 p</translation>
    </message>
    <message>
        <source>p from {low} to {high}</source>
        <translation>p 从 {low} 到 {high}</translation>
    </message>
    <message>
        <source>p of the class</source>
        <translation>该类的 p</translation>
    </message>
    <message>
        <source>p of {label}</source>
        <translation>{label} 的 p</translation>
    </message>
    <message>
        <source>perplexity of all {perplexity}</source>
        <translation>总困惑度 {perplexity}</translation>
    </message>
    <message>
        <source>perplexity {before} → {after}</source>
        <translation>困惑度 {before} → {after}</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>固定的状态</translation>
    </message>
    <message>
        <source>pinned: {what}</source>
        <translation>固定：{what}</translation>
    </message>
    <message>
        <source>point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>points</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>points, the largest loss first</source>
        <translation>各点，损失大的在前</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>predicted as</source>
        <translation>预测为</translation>
    </message>
    <message>
        <source>prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>probability of the class with the largest target</source>
        <translation>目标最大的类别的概率</translation>
    </message>
    <message>
        <source>probability of the first class: no class is asked for</source>
        <translation>第一个类别的概率：没有要求任何类别</translation>
    </message>
    <message>
        <source>probability of the true class</source>
        <translation>真实类别的概率</translation>
    </message>
    <message>
        <source>probability p</source>
        <translation>概率 p</translation>
    </message>
    <message>
        <source>pull of the target</source>
        <translation>目标的拉力</translation>
    </message>
    <message>
        <source>pushed down by</source>
        <translation>被压低的力</translation>
    </message>
    <message>
        <source>raising z of {label}</source>
        <translation>提高 {label} 的 z</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>rank by z</source>
        <translation>按 z 的名次</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>row {row} of {count}</source>
        <translation>第 {row} 行，共 {count} 行</translation>
    </message>
    <message>
        <source>should be {value}</source>
        <translation>应为 {value}</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
    <message>
        <source>softmax applied twice</source>
        <translation>做两次 softmax</translation>
    </message>
    <message>
        <source>softmax p</source>
        <translation>softmax p</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>step {step} of {steps}: L = {loss}; accuracy {accuracy}</source>
        <translation>第 {step} 步，共 {steps} 步：L = {loss}；准确率 {accuracy}</translation>
    </message>
    <message>
        <source>step {step} of {steps}: L = {loss}; {classes}</source>
        <translation>第 {step} 步，共 {steps} 步：L = {loss}；{classes}</translation>
    </message>
    <message>
        <source>target y</source>
        <translation>目标 y</translation>
    </message>
    <message>
        <source>target y / Σy</source>
        <translation>目标 y / Σy</translation>
    </message>
    <message>
        <source>target y &gt; 0</source>
        <translation>目标 y &gt; 0</translation>
    </message>
    <message>
        <source>target y, stacked</source>
        <translation>目标 y（依次累加）</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>too flat</source>
        <translation>太平</translation>
    </message>
    <message>
        <source>too sharp</source>
        <translation>太尖</translation>
    </message>
    <message>
        <source>typical-p</source>
        <translation>typical-p</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>uniform 1/K</source>
        <translation>均匀分布 1/K</translation>
    </message>
    <message>
        <source>weight of {label} for {name}</source>
        <translation>{label}对{name}的权重</translation>
    </message>
    <message>
        <source>x: {x}; z: {z}; p: {p}; L = {loss}; ∂L/∂z: {slopes}</source>
        <translation>x：{x}；z：{z}；p：{p}；L = {loss}；∂L/∂z：{slopes}</translation>
    </message>
    <message>
        <source>z / T</source>
        <translation>z / T</translation>
    </message>
    <message>
        <source>{count} draws</source>
        <translation>抽样 {count} 次</translation>
    </message>
    <message>
        <source>{count} draws paid</source>
        <translation>{count} 次抽样付出</translation>
    </message>
    <message>
        <source>{count} of {all} draws</source>
        <translation>抽样 {count} / {all} 次</translation>
    </message>
    <message>
        <source>{count} points, {wrong} of them on a wrong side; point {number} is chosen: {inputs}</source>
        <translation>共 {count} 个点，其中 {wrong} 个在错误的一侧；选中的是点 {number}：{inputs}</translation>
    </message>
    <message>
        <source>{count} points: mean loss {mean}; the largest, {worst}, of {who}</source>
        <translation>{count} 个点：平均损失 {mean}；最大的 {worst}，属于{who}</translation>
    </message>
    <message>
        <source>{error} off</source>
        <translation>误差 {error}</translation>
    </message>
    <message>
        <source>{label} wins now</source>
        <translation>现在胜出的是{label}</translation>
    </message>
    <message>
        <source>{label}: entmax {p}, target {y}</source>
        <translation>{label}：entmax {p}，目标 {y}</translation>
    </message>
    <message>
        <source>{label}: p = {p}, drawn {count} times</source>
        <translation>{label}：p = {p}，抽到 {count} 次</translation>
    </message>
    <message>
        <source>{label}: softmax {p}, target {y}</source>
        <translation>{label}：softmax {p}，目标 {y}</translation>
    </message>
    <message>
        <source>{label}: {huffman} bits, ideally {ideal}</source>
        <translation>{label}：{huffman} 比特，理想值 {ideal}</translation>
    </message>
    <message>
        <source>{label}: {value}</source>
        <translation>{label}：{value}</translation>
    </message>
    <message>
        <source>{loss}: infinite for one true class, so it has no curve</source>
        <translation>{loss}：只有一个真实类别时为无穷大，故无曲线</translation>
    </message>
    <message>
        <source>{one} + c, {other} + c: the same loss</source>
        <translation>{one} + c、{other} + c：损失不变</translation>
    </message>
    <message>
        <source>{one} | {other}</source>
        <translation>{one} | {other}</translation>
    </message>
    <message>
        <source>{own}, predicted as {predicted}</source>
        <translation>{own}，预测为 {predicted}</translation>
    </message>
    <message>
        <source>{reached} of {count} rows so far</source>
        <translation>已看 {reached} / {count} 行</translation>
    </message>
    <message>
        <source>{symbol} at the bottom left</source>
        <translation>左下角的 {symbol}</translation>
    </message>
    <message>
        <source>{symbol} at the bottom right</source>
        <translation>右下角的 {symbol}</translation>
    </message>
    <message>
        <source>{symbol} at the top</source>
        <translation>顶部的 {symbol}</translation>
    </message>
    <message>
        <source>{symbol} of these three classes is 0: no point</source>
        <translation>这三个类别的 {symbol} 为 0：没有点</translation>
    </message>
    <message>
        <source>{way}: p {p}, loss {loss}</source>
        <translation>{way}：p {p}，损失 {loss}</translation>
    </message>
    <message>
        <source>{what} does not depend on {symbol}.</source>
        <translation>{what} 与 {symbol} 无关。</translation>
    </message>
    <message>
        <source>{what}; {after}</source>
        <translation>{what}；{after}</translation>
    </message>
    <message>
        <source>× smoothed target</source>
        <translation>× 平滑后的目标</translation>
    </message>
    <message>
        <source>× target</source>
        <translation>× 目标</translation>
    </message>
    <message>
        <source>× what is missing</source>
        <translation>× 所缺部分</translation>
    </message>
    <message>
        <source>÷ sum</source>
        <translation>÷ 总和</translation>
    </message>
    <message>
        <source>÷ temperature</source>
        <translation>÷ 温度</translation>
    </message>
    <message>
        <source>ε added to p</source>
        <translation>p 加 ε</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>…… 另有 {count} 个</translation>
    </message>
    <message>
        <source>∂L/∂· below them: from L back to x</source>
        <translation>下面的 ∂L/∂·：从 L 流回 x</translation>
    </message>
    <message>
        <source>− maximum</source>
        <translation>− 最大值</translation>
    </message>
    <message>
        <source>− smoothed target</source>
        <translation>− 平滑后的目标</translation>
    </message>
    <message>
        <source>− target</source>
        <translation>− 目标</translation>
    </message>
</context>
<context>
    <name>presenting</name>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>A lecture is presented</source>
        <translation>正在放映讲课</translation>
    </message>
    <message>
        <source>Add a Step</source>
        <translation>添加步骤</translation>
    </message>
    <message>
        <source>Add the change as a step</source>
        <translation>把改动加为步骤</translation>
    </message>
    <message>
        <source>Add the change to the scene as a step</source>
        <translation>把改动作为一个步骤加入场景</translation>
    </message>
    <message>
        <source>All scenes</source>
        <translation>所有场景</translation>
    </message>
    <message>
        <source>All scenes; a number and Enter goes there at once</source>
        <translation>所有场景；输入编号再按 Enter 可直接转到</translation>
    </message>
    <message>
        <source>Answer: {answer}</source>
        <translation>答案：{answer}</translation>
    </message>
    <message>
        <source>Back to the Scene</source>
        <translation>回到场景</translation>
    </message>
    <message>
        <source>Back to the scene as prepared</source>
        <translation>回到准备好的场景</translation>
    </message>
    <message>
        <source>Black screen</source>
        <translation>黑屏</translation>
    </message>
    <message>
        <source>Black screen; the next key ends it</source>
        <translation>黑屏；再按任意翻页键结束</translation>
    </message>
    <message>
        <source>Count votes: A to D</source>
        <translation>计票：A 到 D</translation>
    </message>
    <message>
        <source>Count votes: A to D add one, Shift takes one away; T ends it</source>
        <translation>计票：A 到 D 加一票，Shift 减一票；T 结束</translation>
    </message>
    <message>
        <source>Done: {task}</source>
        <translation>完成：{task}</translation>
    </message>
    <message>
        <source>Drag {name}</source>
        <translation>拖动 {name}</translation>
    </message>
    <message>
        <source>First scene</source>
        <translation>第一个场景</translation>
    </message>
    <message>
        <source>Freeze the audience&apos;s picture</source>
        <translation>冻结听众的画面</translation>
    </message>
    <message>
        <source>Freeze what the audience sees, or let it go on</source>
        <translation>冻结听众看到的画面，或继续</translation>
    </message>
    <message>
        <source>Frozen: the audience sees what it saw</source>
        <translation>已冻结：听众看到的是原来的画面</translation>
    </message>
    <message>
        <source>Guess: {name} = {guess}</source>
        <translation>猜：{name} = {guess}</translation>
    </message>
    <message>
        <source>Guessed {guess}: right.</source>
        <translation>猜的是 {guess}，猜对了。</translation>
    </message>
    <message>
        <source>Guessed {guess}: {error} too high.</source>
        <translation>猜的是 {guess}，高了 {error}。</translation>
    </message>
    <message>
        <source>Guessed {guess}: {error} too low.</source>
        <translation>猜的是 {guess}，低了 {error}。</translation>
    </message>
    <message>
        <source>H hides the notes</source>
        <translation>按 H 隐藏讲稿</translation>
    </message>
    <message>
        <source>Hide or show the captions</source>
        <translation>隐藏或显示说明文字</translation>
    </message>
    <message>
        <source>Keep (K)</source>
        <translation>保留 (K)</translation>
    </message>
    <message>
        <source>Keep What Was Shown</source>
        <translation>保留放映时的改动</translation>
    </message>
    <message>
        <source>Keep the change in the scene</source>
        <translation>把改动保留到场景中</translation>
    </message>
    <message>
        <source>Keys while presenting</source>
        <translation>放映时的按键</translation>
    </message>
    <message>
        <source>Larger letters and lines</source>
        <translation>放大文字和线条</translation>
    </message>
    <message>
        <source>Last scene</source>
        <translation>最后一个场景</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Leave (Esc)</source>
        <translation>退出 (Esc)</translation>
    </message>
    <message>
        <source>Leave, to the same scene; F5 comes back to it</source>
        <translation>退出，停在同一场景；按 F5 可回到这里</translation>
    </message>
    <message>
        <source>Move the guess with ↑ and ↓, or type it; Esc ends it</source>
        <translation>用 ↑ 和 ↓ 移动所猜的数，或直接键入；Esc 结束</translation>
    </message>
    <message>
        <source>Move the guess: ↑ ↓</source>
        <translation>移动猜的数：↑ ↓</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Next step; a click on empty ground, too</source>
        <translation>下一步；单击空白处也可以</translation>
    </message>
    <message>
        <source>Notes below the picture</source>
        <translation>画面下方的讲稿</translation>
    </message>
    <message>
        <source>Notes below the picture, on the only screen</source>
        <translation>只有一块屏幕时，在画面下方显示讲稿</translation>
    </message>
    <message>
        <source>Panels without room</source>
        <translation>放不下的面板</translation>
    </message>
    <message>
        <source>PgDn · PgUp · ? keys</source>
        <translation>PgDn · PgUp · ? 按键</translation>
    </message>
    <message>
        <source>Pointer</source>
        <translation>指示点</translation>
    </message>
    <message>
        <source>Previous step</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Previous step; the right button, too</source>
        <translation>上一步；单击右键也可以</translation>
    </message>
    <message>
        <source>Scene {scene} of {scenes} · step {step} of {steps}</source>
        <translation>场景 {scene} / {scenes} · 步骤 {step} / {steps}</translation>
    </message>
    <message>
        <source>Smaller letters and lines</source>
        <translation>缩小文字和线条</translation>
    </message>
    <message>
        <source>Swap screens (S)</source>
        <translation>交换屏幕 (S)</translation>
    </message>
    <message>
        <source>Swap the screens</source>
        <translation>交换屏幕</translation>
    </message>
    <message>
        <source>The audience sees a black screen</source>
        <translation>听众看到的是黑屏</translation>
    </message>
    <message>
        <source>The audience sees a white screen</source>
        <translation>听众看到的是白屏</translation>
    </message>
    <message>
        <source>The panel of this scene for which there is no room</source>
        <translation>显示本场景中放不下的面板</translation>
    </message>
    <message>
        <source>The screen saver could not be held off.</source>
        <translation>无法阻止屏幕保护程序。</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>显示这些按键</translation>
    </message>
    <message>
        <source>This scene has no notes.</source>
        <translation>本场景没有讲稿。</translation>
    </message>
    <message>
        <source>This was the last step.</source>
        <translation>这是最后一步。</translation>
    </message>
    <message>
        <source>Try it: {task}</source>
        <translation>试一试：{task}</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>撤销上一次改动</translation>
    </message>
    <message>
        <source>Vote {round}</source>
        <translation>第 {round} 次投票</translation>
    </message>
    <message>
        <source>Vote {round}: {counts}</source>
        <translation>第 {round} 次投票：{counts}</translation>
    </message>
    <message>
        <source>What-If</source>
        <translation>假设</translation>
    </message>
    <message>
        <source>What-if in force: R returns, K keeps it</source>
        <translation>当前是假设：R 返回，K 保留</translation>
    </message>
    <message>
        <source>White screen</source>
        <translation>白屏</translation>
    </message>
    <message>
        <source>White screen; the next key ends it</source>
        <translation>白屏；再按任意翻页键结束</translation>
    </message>
    <message>
        <source>XentGUI: for the lecturer</source>
        <translation>XentGUI：讲者窗口</translation>
    </message>
    <message>
        <source>explain it again</source>
        <translation>再讲一遍</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>p of the target</source>
        <translation>目标类别的 p</translation>
    </message>
    <message>
        <source>talk with your neighbour, then vote again</source>
        <translation>和邻座讨论，再投一次</translation>
    </message>
    <message>
        <source>the accuracy</source>
        <translation>正确率</translation>
    </message>
    <message>
        <source>the largest p</source>
        <translation>最大的 p</translation>
    </message>
    <message>
        <source>the loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>the mean loss</source>
        <translation>平均损失</translation>
    </message>
    <message>
        <source>the perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>what-if · R returns</source>
        <translation>假设 · R 返回</translation>
    </message>
    <message>
        <source>what-if · caption as prepared · R returns</source>
        <translation>假设 · 说明文字为准备好的内容 · 按 R 返回</translation>
    </message>
    <message>
        <source>{elapsed} of</source>
        <translation>{elapsed} /</translation>
    </message>
    <message>
        <source>{name} fell from {before} to {after}.</source>
        <translation>{name} 从 {before} 降到 {after}。</translation>
    </message>
    <message>
        <source>{name} is {after}.</source>
        <translation>{name} 是 {after}。</translation>
    </message>
    <message>
        <source>{name} rose from {before} to {after}.</source>
        <translation>{name} 从 {before} 升到 {after}。</translation>
    </message>
    <message>
        <source>{name} stayed at {after}.</source>
        <translation>{name} 仍是 {after}。</translation>
    </message>
    <message>
        <source>{shares} were right</source>
        <translation>答对 {shares}</translation>
    </message>
    <message>
        <source>{share} % right: {todo}</source>
        <translation>{share} % 答对：{todo}</translation>
    </message>
    <message>
        <source>{time} ahead</source>
        <translation>提前 {time}</translation>
    </message>
    <message>
        <source>{time} behind</source>
        <translation>落后 {time}</translation>
    </message>
</context>
<context>
    <name>reading</name>
    <message>
        <source>Between cells</source>
        <translation>单元格之间</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>小数点</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>First line</source>
        <translation>第一行</translation>
    </message>
    <message>
        <source>Leave everything as it was</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Read as {what}</source>
        <translation>读作：{what}</translation>
    </message>
    <message>
        <source>Read it differently</source>
        <translation>换一种读法</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>正在读取 {name}…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Take these values</source>
        <translation>采用这些数值</translation>
    </message>
    <message>
        <source>The numbers are</source>
        <translation>这些数是</translation>
    </message>
    <message>
        <source>What column {number} holds</source>
        <translation>第 {number} 列的内容</translation>
    </message>
    <message>
        <source>a point</source>
        <translation>一个点</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>names</source>
        <translation>列名</translation>
    </message>
    <message>
        <source>no numbers</source>
        <translation>没有数</translation>
    </message>
    <message>
        <source>point</source>
        <translation>圆点</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>the first: {values}</source>
        <translation>第一个：{values}</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>y: class {number}, counted from 0</source>
        <translation>y：第 {number} 类（从 0 数起）</translation>
    </message>
    <message>
        <source>{name} is read as {what}</source>
        <translation>{name} 读作：{what}</translation>
    </message>
    <message>
        <source>{points} points of {classes} classes</source>
        <translation>{points} 个点，{classes} 个类别</translation>
    </message>
    <message>
        <source>{samples} samples of {classes} classes</source>
        <translation>{samples} 个样本，{classes} 个类别</translation>
    </message>
    <message>
        <source>… {count} more</source>
        <translation>… 另有 {count} 个</translation>
    </message>
</context>
<context>
    <name>samples</name>
    <message>
        <source>Available once all samples have been read</source>
        <translation>查看完全部样本后可用</translation>
    </message>
    <message>
        <source>Close the samples; the numbers stay</source>
        <translation>关闭样本；数值保留</translation>
    </message>
    <message>
        <source>First sample (Alt+Home)</source>
        <translation>第一个样本（Alt+Home）</translation>
    </message>
    <message>
        <source>Go on looking at all samples</source>
        <translation>继续查看全部样本</translation>
    </message>
    <message>
        <source>Import Logits</source>
        <translation>导入 logit</translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation>导入 {name}</translation>
    </message>
    <message>
        <source>Largest loss first</source>
        <translation>损失从大到小</translation>
    </message>
    <message>
        <source>Last sample (Alt+End)</source>
        <translation>最后一个样本（Alt+End）</translation>
    </message>
    <message>
        <source>Least confident first</source>
        <translation>置信度从低到高</translation>
    </message>
    <message>
        <source>Most confident first</source>
        <translation>置信度从高到低</translation>
    </message>
    <message>
        <source>Next sample (Alt+Right)</source>
        <translation>下一个样本（Alt+Right）</translation>
    </message>
    <message>
        <source>No sample is misclassified.</source>
        <translation>没有分错的样本。</translation>
    </message>
    <message>
        <source>Of the first {count} of {all} samples</source>
        <translation>前 {count} 个样本，共 {all} 个</translation>
    </message>
    <message>
        <source>Only misclassified</source>
        <translation>仅分错的</translation>
    </message>
    <message>
        <source>Order of the file</source>
        <translation>文件中的顺序</translation>
    </message>
    <message>
        <source>Order of the samples</source>
        <translation>样本的顺序</translation>
    </message>
    <message>
        <source>Over all {count} samples; a tie counts as a fraction of a hit</source>
        <translation>全部 {count} 个样本；并列时按比例计入</translation>
    </message>
    <message>
        <source>Position of the sample</source>
        <translation>样本的位置</translation>
    </message>
    <message>
        <source>Previous sample (Alt+Left)</source>
        <translation>上一个样本（Alt+Left）</translation>
    </message>
    <message>
        <source>Sample {number}</source>
        <translation>样本 {number}</translation>
    </message>
    <message>
        <source>Samples of {name}</source>
        <translation>{name} 的样本</translation>
    </message>
    <message>
        <source>Samples that have been looked at</source>
        <translation>已查看的样本</translation>
    </message>
    <message>
        <source>Smallest loss first</source>
        <translation>损失从小到大</translation>
    </message>
    <message>
        <source>Step only through samples whose largest logit is not at their target</source>
        <translation>只逐个查看最大 logit 不在目标类别的样本</translation>
    </message>
    <message>
        <source>Stop looking at all samples</source>
        <translation>停止查看全部样本</translation>
    </message>
    <message>
        <source>The largest probability of this sample</source>
        <translation>此样本的最大概率</translation>
    </message>
    <message>
        <source>The logits were changed by hand; step to a sample to see the file&apos;s again.</source>
        <translation>logit 已手动更改；移到任一样本即可重新看到文件中的值。</translation>
    </message>
    <message>
        <source>The {loss} of this sample</source>
        <translation>此样本的{loss}</translation>
    </message>
    <message>
        <source>The {loss} of this sample, in {unit}</source>
        <translation>此样本的{loss}，以{unit}为单位</translation>
    </message>
    <message>
        <source>Type a whole number from 1 to {count}.</source>
        <translation>请输入 1 到 {count} 之间的整数。</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>mean loss</source>
        <translation>平均损失</translation>
    </message>
    <message>
        <source>of {count}</source>
        <translation>/ {count}</translation>
    </message>
    <message>
        <source>{count} samples are left out. The first: {reason}</source>
        <translation>跳过了 {count} 个样本。第一个：{reason}</translation>
    </message>
    <message>
        <source>{name}: {count} classes</source>
        <translation>{name}：{count} 个类别</translation>
    </message>
    <message>
        <source>{reason} Skipped.</source>
        <translation>{reason}已跳过该样本。</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A class keeps its name until another is typed. Shift+Delete removes the class.</source>
        <translation>在输入新名称之前，类别保留原名。Shift+Delete 删除类别。</translation>
    </message>
    <message>
        <source>Add Class</source>
        <translation>添加类别</translation>
    </message>
    <message>
        <source>As surprised, on average, as by a fair choice among this many classes; the same in every unit.</source>
        <translation>平均意外程度，相当于在这么多个类别中等概率地选一个；与单位无关。</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>一览</translation>
    </message>
    <message>
        <source>Bias of {label}</source>
        <translation>{label}的偏置</translation>
    </message>
    <message>
        <source>Change since the last gesture began: {change}</source>
        <translation>自上次操作开始以来的变化：{change}</translation>
    </message>
    <message>
        <source>Class of Point {number}</source>
        <translation>点 {number} 的类别</translation>
    </message>
    <message>
        <source>Clear Inputs</source>
        <translation>清零输入</translation>
    </message>
    <message>
        <source>Clear Weights</source>
        <translation>清零权重</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Cross-entropy H(y, p)</source>
        <translation>交叉熵 H(y, p)</translation>
    </message>
    <message>
        <source>Divide the target by its sum, so that it adds up to 1</source>
        <translation>将目标除以其总和，使总和为 1</translation>
    </message>
    <message>
        <source>Duplicate {count} Classes</source>
        <translation>复制 {count} 个类别</translation>
    </message>
    <message>
        <source>Duplicate {label}</source>
        <translation>复制 {label}</translation>
    </message>
    <message>
        <source>Entropy H(p)</source>
        <translation>熵 H(p)</translation>
    </message>
    <message>
        <source>Entropy H(y)</source>
        <translation>熵 H(y)</translation>
    </message>
    <message>
        <source>Input {name} of Point {number}</source>
        <translation>点 {number} 的{name}</translation>
    </message>
    <message>
        <source>KL divergence D(y‖p)</source>
        <translation>KL 散度 D(y‖p)</translation>
    </message>
    <message>
        <source>Logit of {label}</source>
        <translation>{label} 的 logit</translation>
    </message>
    <message>
        <source>Logits</source>
        <translation>Logit</translation>
    </message>
    <message>
        <source>Move {count} Classes</source>
        <translation>移动 {count} 个类别</translation>
    </message>
    <message>
        <source>Move {label}</source>
        <translation>移动 {label}</translation>
    </message>
    <message>
        <source>Normalise</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>Normalise Target</source>
        <translation>归一化目标</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste Points</source>
        <translation>粘贴点</translation>
    </message>
    <message>
        <source>Paste Weights</source>
        <translation>粘贴权重</translation>
    </message>
    <message>
        <source>Pasted {what}: {count}</source>
        <translation>已粘贴：{what}，{count} 个</translation>
    </message>
    <message>
        <source>Pasted {what}: {count}; new classes: {added}</source>
        <translation>已粘贴：{what}，{count} 个，其中新类别 {added} 个</translation>
    </message>
    <message>
        <source>Perplexity {base}^H(y, p)</source>
        <translation>困惑度 {base}^H(y, p)</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Probabilities were pasted as logits, z = log p.</source>
        <translation>概率已作为 logit 粘贴，z = log p。</translation>
    </message>
    <message>
        <source>Remove Points: {count}</source>
        <translation>删除 {count} 个点</translation>
    </message>
    <message>
        <source>Remove {count} Classes</source>
        <translation>删除 {count} 个类别</translation>
    </message>
    <message>
        <source>Remove {label}</source>
        <translation>删除 {label}</translation>
    </message>
    <message>
        <source>Rename {label}</source>
        <translation>重命名 {label}</translation>
    </message>
    <message>
        <source>Set Logits to 0</source>
        <translation>将 logit 设为 0</translation>
    </message>
    <message>
        <source>Set Targets to 0</source>
        <translation>将目标设为 0</translation>
    </message>
    <message>
        <source>Sum Σp</source>
        <translation>总和 Σp</translation>
    </message>
    <message>
        <source>Sum Σy</source>
        <translation>总和 Σy</translation>
    </message>
    <message>
        <source>Surplus Σy − 1</source>
        <translation>超出量 Σy − 1</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Target of {label}</source>
        <translation>{label} 的目标</translation>
    </message>
    <message>
        <source>The chosen loss.</source>
        <translation>所选的损失。</translation>
    </message>
    <message>
        <source>The class with the largest logit; ✓ if the target is largest there, too.</source>
        <translation>logit 最大的类别；若目标也在此处最大，则标 ✓。</translation>
    </message>
    <message>
        <source>The contribution now minus that of the pinned state, in {unit}.</source>
        <translation>当前贡献减去固定状态的贡献，以{unit}为单位。</translation>
    </message>
    <message>
        <source>The extra cost of believing p when y is true.</source>
        <translation>真实分布是 y 时，用 p 代替 y 多付的代价。</translation>
    </message>
    <message>
        <source>The information of the class in {unit}: how surprising it would be to see this class.</source>
        <translation>该类别的信息量，以{unit}为单位：出现该类别时有多意外。</translation>
    </message>
    <message>
        <source>The lower bound of the cross-entropy: it is reached when p = y.</source>
        <translation>交叉熵的下界：p = y 时取到。</translation>
    </message>
    <message>
        <source>The name of the class. Double-click or press F2 to rename it.</source>
        <translation>类别名称。双击或按 F2 重命名。</translation>
    </message>
    <message>
        <source>The probabilities from softmax always add up to 1.</source>
        <translation>softmax 概率的总和始终为 1。</translation>
    </message>
    <message>
        <source>The probability now minus that of the pinned state.</source>
        <translation>当前概率减去固定状态的概率。</translation>
    </message>
    <message>
        <source>The probability that entmax assigns to the class; classes that are far behind get exactly 0.</source>
        <translation>entmax 给该类别的概率；远远落后的类别恰好得 0。</translation>
    </message>
    <message>
        <source>The probability that softmax assigns to the class.</source>
        <translation>softmax 分配给该类别的概率。</translation>
    </message>
    <message>
        <source>The probability the class should have: 0 or more; all add up to 1. Type to change it.</source>
        <translation>该类别应有的概率：不小于 0，总和为 1。可直接输入修改。</translation>
    </message>
    <message>
        <source>The score of the class: any real number, or −inf to switch the class off. Only differences matter.</source>
        <translation>类别的得分（logit，未归一化的对数概率，常译对数几率）：任意实数；−inf 屏蔽该类别。只有差值起作用。</translation>
    </message>
    <message>
        <source>The surprise to expect when p is true: the mean of −log p, weighted with p.</source>
        <translation>类别按 p 出现时，平均的信息量。</translation>
    </message>
    <message>
        <source>The surprise to expect when the target is true and p is believed: the mean of −log p, weighted with y.</source>
        <translation>真实分布是 y、却按 p 预测时，平均的信息量。</translation>
    </message>
    <message>
        <source>The target after label smoothing, (1 − ε)·y + ε·Σy/K, with which the loss is computed.</source>
        <translation>标签平滑后的目标 (1 − ε)·y + ε·Σy/K，损失由它算出。</translation>
    </message>
    <message>
        <source>The targets have to add up to 1 to be a distribution.</source>
        <translation>目标的总和必须为 1，才是一个分布。</translation>
    </message>
    <message>
        <source>The tick is the loss of a blind guess: all classes equally likely.</source>
        <translation>刻度线是盲猜（认为所有类别的可能性相等）时的损失。</translation>
    </message>
    <message>
        <source>These logits follow from no input.</source>
        <translation>这些 logit 并非由输入得出。</translation>
    </message>
    <message>
        <source>Weight of {label} for {name}</source>
        <translation>{label}对{name}的权重</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>What the class adds to the chosen loss.</source>
        <translation>该类别对所选损失的贡献。</translation>
    </message>
    <message>
        <source>What the class adds to the cross-entropy, in {unit}.</source>
        <translation>该类别对交叉熵的贡献，以{unit}为单位。</translation>
    </message>
    <message>
        <source>While the targets do not add up to 1, H(y, p) = H(y) + D(y‖p) + Σy − 1.</source>
        <translation>目标的总和不为 1 时，H(y, p) = H(y) + D(y‖p) + Σy − 1。</translation>
    </message>
    <message>
        <source>class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>entmax p̂</source>
        <translation>entmax p̂</translation>
    </message>
    <message>
        <source>gradient (p − y) xᵀ of the chosen point</source>
        <translation>选中的点的梯度 (p − y) xᵀ</translation>
    </message>
    <message>
        <source>gradient ∂L/∂z · xᵀ of the chosen point</source>
        <translation>选中的点的梯度 ∂L/∂z · xᵀ</translation>
    </message>
    <message>
        <source>gradient, mean over all points</source>
        <translation>所有点的平均梯度</translation>
    </message>
    <message>
        <source>hardmax</source>
        <translation>hardmax</translation>
    </message>
    <message>
        <source>hardmax, winner takes all: 1 for the largest logit; tied classes share it equally.</source>
        <translation>hardmax（最大者独占）：logit 最大的类别得 1，并列时平分。</translation>
    </message>
    <message>
        <source>logit z</source>
        <translation>logit z</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>loss term</source>
        <translation>损失项</translation>
    </message>
    <message>
        <source>names</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>since pinned: {change}</source>
        <translation>与固定的状态相比：{change}</translation>
    </message>
    <message>
        <source>smoothed y</source>
        <translation>平滑后 y</translation>
    </message>
    <message>
        <source>softmax p</source>
        <translation>softmax p</translation>
    </message>
    <message>
        <source>target y</source>
        <translation>目标 y</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>the weight of {name}</source>
        <translation>{name}的权重</translation>
    </message>
    <message>
        <source>{names} (tie)</source>
        <translation>{names}（并列）</translation>
    </message>
    <message>
        <source>{names} = … (tie of {count})</source>
        <translation>{names} = …（{count} 类并列）</translation>
    </message>
    <message>
        <source>{name} ✓</source>
        <translation>{name} ✓</translation>
    </message>
    <message>
        <source>Δ ({unit})</source>
        <translation>Δ ({unit})</translation>
    </message>
    <message>
        <source>Δp</source>
        <translation>Δp</translation>
    </message>
    <message>
        <source>“{heading}” follows from the other numbers. Type in the boxed column instead.</source>
        <translation>“{heading}”由其他数值算出。请在带框的列中输入。</translation>
    </message>
    <message>
        <source>−log p ({unit})</source>
        <translation>−log p ({unit})</translation>
    </message>
    <message>
        <source>−y·log p ({unit})</source>
        <translation>−y·log p ({unit})</translation>
    </message>
</context>
<context>
    <name>tour</name>
    <message>
        <source>A high T makes all classes alike; near 0, the winner takes it all.</source>
        <translation>T 高，各类别变得差不多；T 接近 0，第一名拿走全部。</translation>
    </message>
    <message>
        <source>Choose one of the examples: each of them has a lesson.</source>
        <translation>请选择一个示例：每个示例都有一点要学的。</translation>
    </message>
    <message>
        <source>Done: {says}</source>
        <translation>做到了：{says}</translation>
    </message>
    <message>
        <source>Each bar is the probability p of a class. Drag one of them up or down.</source>
        <translation>每根柱形是一个类别的概率 p。请上下拖动其中一根。</translation>
    </message>
    <message>
        <source>End the tour (Esc)</source>
        <translation>结束导览（Esc）</translation>
    </message>
    <message>
        <source>Every change can be undone, as far back as you like.</source>
        <translation>每次更改都可以撤销，想退多远就退多远。</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Its logit has moved, and all other bars gave way: together they are always 1.</source>
        <translation>它的 logit 变了，其他柱形都让位：加起来总是 1。</translation>
    </message>
    <message>
        <source>New here? Take the tour</source>
        <translation>第一次用？看看导览</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Now set the temperature T to another number, such as 5.</source>
        <translation>现在把温度 T 设为别的数，例如 5。</translation>
    </message>
    <message>
        <source>Skip this step</source>
        <translation>跳过这一步</translation>
    </message>
    <message>
        <source>Take it back: press {undo}.</source>
        <translation>请撤销：按 {undo}。</translation>
    </message>
    <message>
        <source>This is the loss. Make it smaller: pull the bars towards the thick lines of the target.</source>
        <translation>这是损失。请让它变小：把柱形拉向目标的粗线。</translation>
    </message>
    <message>
        <source>Tour: {step} of {count}</source>
        <translation>导览：第 {step} 步，共 {count} 步</translation>
    </message>
    <message>
        <source>Training does just that: it moves p towards the target, and the loss falls.</source>
        <translation>训练做的正是这件事：让 p 靠近目标，损失就下降。</translation>
    </message>
    <message>
        <source>“?” beside a title explains that card. {menu} ▸ {entry} leads through all of it.</source>
        <translation>标题旁的“?”解释该面板。{menu} ▸ {entry} 带你走完全部内容。</translation>
    </message>
</context>
<context>
    <name>units</name>
    <message>
        <source>bits</source>
        <translation>比特</translation>
    </message>
    <message>
        <source>dits</source>
        <translation>哈特莱</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>纳特</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Answer</source>
        <translation>答案(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Caption</source>
        <translation>说明(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Emphasis</source>
        <translation>强调(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Goal</source>
        <translation>条件(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Guessed number</source>
        <translation>要猜的数(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>移动(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>讲稿(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>数(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Numbers and panels</source>
        <translation>数与面板(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Question</source>
        <translation>问题(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Question…</source>
        <translation>问题(&amp;Q)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Right choice</source>
        <translation>正确选项(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>步骤(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Task…</source>
        <translation>任务(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Time to think</source>
        <translation>思考时间(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Tolerance</source>
        <translation>容差(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Value (nats)</source>
        <translation>值（纳特）(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;What to do</source>
        <translation>要做什么(&amp;W)</translation>
    </message>
    <message>
        <source>+ scene</source>
        <translation>+ 场景</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A step that moves the numbers is made while presenting: drag, and press A.</source>
        <translation>移动数值的步骤在放映时制作：拖动，然后按 A。</translation>
    </message>
    <message>
        <source>About XentGUI</source>
        <translation>关于 XentGUI</translation>
    </message>
    <message>
        <source>Add Scene</source>
        <translation>添加场景</translation>
    </message>
    <message>
        <source>Add one; 1, 2 … or Alt+1, 2 … choose its class, A held paints many</source>
        <translation>添加一个点；1、2 …… 或 Alt+1、2 …… 选择类别，按住 A 画出许多</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>All that can be opened</source>
        <translation>所有可打开的文件</translation>
    </message>
    <message>
        <source>Also hidden at first, such as p:2 (p of class 2), z:1, kl, or panel:gradient.</source>
        <translation>起初也隐藏，例如 p:2（类别 2 的 p）、z:1、kl 或 panel:gradient。</translation>
    </message>
    <message>
        <source>Alt while dragging</source>
        <translation>拖动时按住 Alt</translation>
    </message>
    <message>
        <source>An unexpected error occurred: {error}</source>
        <translation>程序遇到了意外错误：{error}</translation>
    </message>
    <message>
        <source>Another program has changed {name}.</source>
        <translation>其他程序修改了 {name}。</translation>
    </message>
    <message>
        <source>Around the panels</source>
        <translation>面板之外</translation>
    </message>
    <message>
        <source>Arrow keys with Shift, with Ctrl</source>
        <translation>Shift 或 Ctrl 加方向键</translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation>一览</translation>
    </message>
    <message>
        <source>Back to the example</source>
        <translation>回到示例</translation>
    </message>
    <message>
        <source>Bars, dots and lines of the plots can be dragged, or moved with Tab and the arrow keys.</source>
        <translation>图中的柱形、圆点和线可以拖动，也可以用 Tab 和方向键移动。</translation>
    </message>
    <message>
        <source>Begin with one of the examples</source>
        <translation>从一个示例开始</translation>
    </message>
    <message>
        <source>Change it by less, by more</source>
        <translation>改变得更少、更多</translation>
    </message>
    <message>
        <source>Change its number; Escape: keys step again</source>
        <translation>改变它的数值；按 Esc 后方向键恢复翻页</translation>
    </message>
    <message>
        <source>Choice &amp;A</source>
        <translation>选项 &amp;A</translation>
    </message>
    <message>
        <source>Choice &amp;B</source>
        <translation>选项 &amp;B</translation>
    </message>
    <message>
        <source>Choice &amp;C</source>
        <translation>选项 &amp;C</translation>
    </message>
    <message>
        <source>Choice &amp;D</source>
        <translation>选项 &amp;D</translation>
    </message>
    <message>
        <source>Choose what “{panel}” shows</source>
        <translation>选择“{panel}”显示的内容</translation>
    </message>
    <message>
        <source>Click a mark, arrow keys</source>
        <translation>单击图中标记，再按方向键</translation>
    </message>
    <message>
        <source>Click beside the points of a classifier, N</source>
        <translation>在分类器的点旁边单击，N</translation>
    </message>
    <message>
        <source>Click on a heading of points, F4</source>
        <translation>单击点表的列标题，F4</translation>
    </message>
    <message>
        <source>Click on empty ground</source>
        <translation>单击空白处</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Copied the scene as a token of {count} characters. Paste it into a chat; Ctrl+V opens it here.</source>
        <translation>已把场景复制为 {count} 个字符的代码。可粘贴到聊天中；在这里按 Ctrl+V 打开。</translation>
    </message>
    <message>
        <source>Copied {name}</source>
        <translation>已复制 {name}</translation>
    </message>
    <message>
        <source>Copy Details</source>
        <translation>复制详细信息</translation>
    </message>
    <message>
        <source>Copy it</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Ctrl and an arrow key</source>
        <translation>Ctrl 加方向键</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Delete on a point</source>
        <translation>在点上按 Delete</translation>
    </message>
    <message>
        <source>Derivation: {count} stages</source>
        <translation>推导：{count} 个阶段</translation>
    </message>
    <message>
        <source>Descent</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Discarded work can be restored from the File menu.</source>
        <translation>丢弃的工作可从“文件”菜单恢复。</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Divide the logits by this number; 1 changes none</source>
        <translation>把 logits 除以这个数；1 不改变任何 logit</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Double-click a scene, Enter</source>
        <translation>双击场景，或按 Enter</translation>
    </message>
    <message>
        <source>Double-click a slider</source>
        <translation>双击滑块</translation>
    </message>
    <message>
        <source>Double-click a title</source>
        <translation>双击标题</translation>
    </message>
    <message>
        <source>Double-click beside the marks, Backspace</source>
        <translation>在标记旁双击、Backspace</translation>
    </message>
    <message>
        <source>Drag a bar, a dot or a line</source>
        <translation>拖动柱形、点或线</translation>
    </message>
    <message>
        <source>Drag a cell of the Jacobian up or down</source>
        <translation>上下拖动雅可比矩阵的格子</translation>
    </message>
    <message>
        <source>Drag a line of the target</source>
        <translation>拖动目标线</translation>
    </message>
    <message>
        <source>Drag a scene, Ctrl and arrow</source>
        <translation>拖动场景，或 Ctrl 加方向键</translation>
    </message>
    <message>
        <source>Drag a slider, arrow keys</source>
        <translation>拖动滑块，或按方向键</translation>
    </message>
    <message>
        <source>Drag a target in “Where it rests”</source>
        <translation>拖动“停在哪里”中的目标</translation>
    </message>
    <message>
        <source>Drag a title; Alt+Shift and arrow</source>
        <translation>拖动标题；Alt+Shift 加方向键</translation>
    </message>
    <message>
        <source>Drag any bar or dot; every change can be undone.</source>
        <translation>拖动任意柱形或圆点；每次更改都可撤销。</translation>
    </message>
    <message>
        <source>Drag the dot or the square of the simplex</source>
        <translation>拖动单纯形的圆点或方块</translation>
    </message>
    <message>
        <source>Drag the gap between two; Ctrl+Alt+Shift and arrow</source>
        <translation>拖动两者之间的空隙；Ctrl+Alt+Shift 加方向键</translation>
    </message>
    <message>
        <source>Drag the line of the curves</source>
        <translation>拖动曲线面板的竖线</translation>
    </message>
    <message>
        <source>Drag the line of the trace</source>
        <translation>拖动轨迹中的竖线</translation>
    </message>
    <message>
        <source>Drag the line of “Why cross-entropy”</source>
        <translation>拖动为何用交叉熵的竖线</translation>
    </message>
    <message>
        <source>Drag the point of the landscape</source>
        <translation>拖动地形图中的圆点</translation>
    </message>
    <message>
        <source>Draws n</source>
        <translation>抽取次数 n</translation>
    </message>
    <message>
        <source>Drop a file on the window</source>
        <translation>把文件拖到窗口中</translation>
    </message>
    <message>
        <source>Duplicate Scene</source>
        <translation>复制场景</translation>
    </message>
    <message>
        <source>Edit the cell; Escape gives it up</source>
        <translation>编辑单元格；Esc 放弃</translation>
    </message>
    <message>
        <source>Emphasise: {label}</source>
        <translation>强调：{label}</translation>
    </message>
    <message>
        <source>Enter, or Tab while typing; with Shift</source>
        <translation>Enter，或键入时按 Tab；加 Shift</translation>
    </message>
    <message>
        <source>Escape while dragging</source>
        <translation>拖动时按 Esc</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>Exponent</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>F5 goes through it step by step.</source>
        <translation>按 F5 逐步放映。</translation>
    </message>
    <message>
        <source>Figures that XentGUI exported</source>
        <translation>由 XentGUI 导出的图片</translation>
    </message>
    <message>
        <source>Find a class by a part of its name</source>
        <translation>按名称的一部分查找类别</translation>
    </message>
    <message>
        <source>Focus</source>
        <translation>聚焦</translation>
    </message>
    <message>
        <source>Formula of {panel}</source>
        <translation>{panel}的公式</translation>
    </message>
    <message>
        <source>Free: Σy may change, and no number is rounded</source>
        <translation>自由拖动：Σy 可变，数值不取整</translation>
    </message>
    <message>
        <source>Give it another place</source>
        <translation>改变它的位置</translation>
    </message>
    <message>
        <source>Go back and forth along the walk</source>
        <translation>沿路径前后移动</translation>
    </message>
    <message>
        <source>Go back to the beginning; this can be undone, too</source>
        <translation>回到开始时的状态；此操作也可撤销</translation>
    </message>
    <message>
        <source>Go to the edge of the table</source>
        <translation>跳到表格边缘</translation>
    </message>
    <message>
        <source>Go to the next cell; back</source>
        <translation>到下一个单元格；返回上一个</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>指南</translation>
    </message>
    <message>
        <source>Hidden at first</source>
        <translation>开始时隐藏</translation>
    </message>
    <message>
        <source>How many draws, from 1 to 1000000</source>
        <translation>抽取多少次，1 到 1000000</translation>
    </message>
    <message>
        <source>How the Scene Is Presented</source>
        <translation>场景怎样放映</translation>
    </message>
    <message>
        <source>In a panel</source>
        <translation>在面板中</translation>
    </message>
    <message>
        <source>In a table</source>
        <translation>在表格中</translation>
    </message>
    <message>
        <source>In all {count} scenes of the &amp;document</source>
        <translation>用于文档的全部 {count} 个场景(&amp;D)</translation>
    </message>
    <message>
        <source>In the panels of Learn</source>
        <translation>在“学习”的面板中</translation>
    </message>
    <message>
        <source>In the toolbar</source>
        <translation>在工具栏中</translation>
    </message>
    <message>
        <source>Keep My Version</source>
        <translation>保留当前内容</translation>
    </message>
    <message>
        <source>Keep classes with this share of the largest probability; 0 for all</source>
        <translation>保留概率不低于最大概率这一比例的类别；0 表示全部保留</translation>
    </message>
    <message>
        <source>Keep so many classes, the most probable ones; 0 for all</source>
        <translation>保留概率最大的这么多个类别；0 表示全部保留</translation>
    </message>
    <message>
        <source>Keep the Look in the Scene</source>
        <translation>让场景记住当前样子</translation>
    </message>
    <message>
        <source>Keep the classes whose information is nearest to the entropy, with this probability together; 1 for all</source>
        <translation>保留信息量最接近熵的类别，合计达到此概率；1 为全部</translation>
    </message>
    <message>
        <source>Keep the fewest classes that have this probability together; 1 for all</source>
        <translation>保留概率之和达到此数的最少类别；1 表示全部保留</translation>
    </message>
    <message>
        <source>Keep the what-if</source>
        <translation>保留假设</translation>
    </message>
    <message>
        <source>Keyboard Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Label Smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>Label smoothing ε: this share of the target is spread evenly over all classes, (1 − ε)·y + ε/K; double-click for none.</source>
        <translation>标签平滑 ε：将目标的这一份平均分给所有类别，(1 − ε)·y + ε/K；双击取消平滑。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Let it fill the window; again: as before</source>
        <translation>占满窗口；再双击则还原</translation>
    </message>
    <message>
        <source>Light its class everywhere</source>
        <translation>其类别在各处高亮</translation>
    </message>
    <message>
        <source>Logits</source>
        <translation>Logit</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Make the class the target</source>
        <translation>将该类别设为目标</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Move Scene</source>
        <translation>移动场景</translation>
    </message>
    <message>
        <source>Move the numbers</source>
        <translation>移动数值</translation>
    </message>
    <message>
        <source>Move the panel or table; Escape puts it back</source>
        <translation>移动面板或表格；Esc 放回原处</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Next stage of the derivation, one back, none</source>
        <translation>推导的下一步、退回一步、全部隐藏</translation>
    </message>
    <message>
        <source>Next step; right-click: the one before</source>
        <translation>下一步；单击右键：上一步</translation>
    </message>
    <message>
        <source>No example has these words.</source>
        <translation>没有示例含有这些文字。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open Again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Open Points</source>
        <translation>打开点</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开该文件</translation>
    </message>
    <message>
        <source>Open the Penguins</source>
        <translation>打开企鹅数据</translation>
    </message>
    <message>
        <source>Open the lecture that comes with the program at this scene</source>
        <translation>打开程序自带的课件，转到这个场景</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>Overlap of the Points</source>
        <translation>改变点的重叠</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Panel: {panel}</source>
        <translation>面板：{panel}</translation>
    </message>
    <message>
        <source>Point at a mark</source>
        <translation>指向一个标记</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Pull me: {mark} can be dragged, or moved with the arrow keys</source>
        <translation>拖我：{mark}可以拖动，也可以用方向键移动</translation>
    </message>
    <message>
        <source>Pull the head of a hollow arrow</source>
        <translation>拖动空心箭头的尖端</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>恢复原值</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Question before the Step</source>
        <translation>步骤之前的问题</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>重新加载</translation>
    </message>
    <message>
        <source>Remove Class and Points</source>
        <translation>连同点一起删除</translation>
    </message>
    <message>
        <source>Remove Classes and Their Points</source>
        <translation>删除类别及其点</translation>
    </message>
    <message>
        <source>Remove Scene {number}</source>
        <translation>移除场景 {number}</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>删除这个点</translation>
    </message>
    <message>
        <source>Reveal: numbers and panels</source>
        <translation>揭示：数与面板</translation>
    </message>
    <message>
        <source>Reveal: {what}</source>
        <translation>揭示：{what}</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原到已保存</translation>
    </message>
    <message>
        <source>Right-click</source>
        <translation>右键单击</translation>
    </message>
    <message>
        <source>Right-click a number</source>
        <translation>右键单击数值</translation>
    </message>
    <message>
        <source>Said when &amp;done</source>
        <translation>完成时说(&amp;D)</translation>
    </message>
    <message>
        <source>Sampling</source>
        <translation>抽样设置</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save As</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Save As…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save Numbers</source>
        <translation>保存数值</translation>
    </message>
    <message>
        <source>Save Points</source>
        <translation>保存点</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>已保存 {name}</translation>
    </message>
    <message>
        <source>Saving replaces it.</source>
        <translation>保存会替换该文件。</translation>
    </message>
    <message>
        <source>Saving replaces what it has written.</source>
        <translation>保存会覆盖其他程序的更改。</translation>
    </message>
    <message>
        <source>Scene of the lecture: {title}</source>
        <translation>课件中的场景：{title}</translation>
    </message>
    <message>
        <source>Scene {number} of {count}: {title}</source>
        <translation>场景 {number} / {count}：{title}</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Scenes, and while presenting</source>
        <translation>场景与放映</translation>
    </message>
    <message>
        <source>Scroll it</source>
        <translation>滚动页面</translation>
    </message>
    <message>
        <source>Scroll, if not all lines have room</source>
        <translation>一屏放不下时滚动</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search titles and lessons</source>
        <translation>搜索标题和内容</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Set its number</source>
        <translation>设定其数值</translation>
    </message>
    <message>
        <source>Set its number; Escape while dragging puts it back</source>
        <translation>设定数值；拖动时按 Esc 还原</translation>
    </message>
    <message>
        <source>Set its share of Σy</source>
        <translation>设定它在 Σy 中的份额</translation>
    </message>
    <message>
        <source>Set p of the true class</source>
        <translation>设定真实类别的 p</translation>
    </message>
    <message>
        <source>Set p or y of three classes at once</source>
        <translation>同时设定三个类别的 p 或 y</translation>
    </message>
    <message>
        <source>Set the logit of its column</source>
        <translation>设定该列的 logit</translation>
    </message>
    <message>
        <source>Set the number of the axis</source>
        <translation>设定横轴上的数值</translation>
    </message>
    <message>
        <source>Set the number of the mark with the focus</source>
        <translation>设定有焦点的标记的数值</translation>
    </message>
    <message>
        <source>Set the number of the start</source>
        <translation>恢复初始数值</translation>
    </message>
    <message>
        <source>Set the selected numbers to 0</source>
        <translation>把所选数值设为 0</translation>
    </message>
    <message>
        <source>Set two logits at once</source>
        <translation>同时设置两个 logit</translation>
    </message>
    <message>
        <source>Share the room in another way</source>
        <translation>重新分配空间</translation>
    </message>
    <message>
        <source>Show All</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Show information in {unit}</source>
        <translation>以{unit}为单位显示信息量</translation>
    </message>
    <message>
        <source>Show the whole plot again</source>
        <translation>重新显示整个图形</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Softmax and cross-entropy made visible.</source>
        <translation>让 softmax 与交叉熵看得见。</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>出错了</translation>
    </message>
    <message>
        <source>Sort by it; again: the other way, as before</source>
        <translation>按该列排序；再按：反序，恢复原序</translation>
    </message>
    <message>
        <source>Space, Backspace, Home</source>
        <translation>空格、退格、Home</translation>
    </message>
    <message>
        <source>Sparsity</source>
        <translation>稀疏度</translation>
    </message>
    <message>
        <source>Stage {number} of {panel}</source>
        <translation>{panel}的第 {number} 阶段</translation>
    </message>
    <message>
        <source>Status line</source>
        <translation>状态栏</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>T first · transformers</source>
        <translation>先除以 T · transformers</translation>
    </message>
    <message>
        <source>T last · llama.cpp</source>
        <translation>后除以 T · llama.cpp</translation>
    </message>
    <message>
        <source>T while clicking</source>
        <translation>点击时按住 T</translation>
    </message>
    <message>
        <source>Tab, arrow keys</source>
        <translation>Tab、方向键</translation>
    </message>
    <message>
        <source>Tables and panels</source>
        <translation>表格与面板</translation>
    </message>
    <message>
        <source>Take the next step</source>
        <translation>走出下一步</translation>
    </message>
    <message>
        <source>Take what was shown last while presenting into this scene; can be undone</source>
        <translation>把放映时最后显示的改动保留到本场景；可以撤销</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Task of the s&amp;cene…</source>
        <translation>场景的任务(&amp;C)…</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Temperature T divides every logit: z / T.  Low T sharpens (T → 0: hardmax), high T flattens (T → ∞: uniform).  Double-click for T = 1.</source>
        <translation>温度 T：每个 logit 都除以 T。T 越低，分布越尖锐（T → 0 为 hardmax）；T 越高，越平坦（T → ∞ 为均匀分布）。双击恢复 T = 1。</translation>
    </message>
    <message>
        <source>Term {number} of {panel}</source>
        <translation>{panel}的第 {number} 项</translation>
    </message>
    <message>
        <source>Term {number} of {panel}: {term}</source>
        <translation>{panel}的第 {number} 项：{term}</translation>
    </message>
    <message>
        <source>The bias of {label} has moved, and with it this logit of all points.</source>
        <translation>{label}的偏置已改变，所有点的这个 logit 也随之改变。</translation>
    </message>
    <message>
        <source>The biases of {count} classes have moved, and with them these logits of all points.</source>
        <translation>{count} 个类别的偏置已改变，所有点的这些 logit 也随之改变。</translation>
    </message>
    <message>
        <source>The deviation of the clouds that these points were made from; the seed stays 0, as on the command line, and points that were moved by hand stay where they are</source>
        <translation>生成这些点的各团的标准差；种子仍为 0，与命令行一致；用手移动过的点留在原处</translation>
    </message>
    <message>
        <source>The loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>The order of llama.cpp: cut, then divide by T</source>
        <translation>llama.cpp 的顺序：先截断，再除以 T</translation>
    </message>
    <message>
        <source>The order of the library transformers: divide by T, then cut</source>
        <translation>transformers 库的顺序：先除以 T，再截断</translation>
    </message>
    <message>
        <source>The other targets give way: Σy stays</source>
        <translation>其他目标随之让出，Σy 不变</translation>
    </message>
    <message>
        <source>The program ended unexpectedly; your work is back up to a damage. The damaged file is kept: {file}</source>
        <translation>程序曾意外退出；工作已恢复到文件损坏处为止。损坏的文件已保留：{file}</translation>
    </message>
    <message>
        <source>The program ended unexpectedly; your work is back, but for a change that was being made.</source>
        <translation>程序曾意外退出；除当时正在进行的一步更改外，工作已恢复。</translation>
    </message>
    <message>
        <source>The program ended unexpectedly; your work is back.</source>
        <translation>程序曾意外退出；工作已恢复。</translation>
    </message>
    <message>
        <source>There is no room for {cards}. Choose one to see it instead of another.</source>
        <translation>放不下{cards}。选中其一即可换上它。</translation>
    </message>
    <message>
        <source>This part could not be painted: {error}. Everything else goes on.</source>
        <translation>这一部分无法绘制：{error}。其余部分照常工作。</translation>
    </message>
    <message>
        <source>This system has no program that plays sound: install pipewire-bin, pulseaudio-utils or alsa-utils.</source>
        <translation>本系统没有播放声音的程序：请安装 pipewire-bin、pulseaudio-utils 或 alsa-utils。</translation>
    </message>
    <message>
        <source>Title and Caption</source>
        <translation>标题和说明</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>工具栏</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Type a number</source>
        <translation>输入数值</translation>
    </message>
    <message>
        <source>Type, double-click, F2</source>
        <translation>直接输入、双击或 F2</translation>
    </message>
    <message>
        <source>Unit: {unit}</source>
        <translation>单位：{unit}</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Walk from mark to mark, and change it</source>
        <translation>在标记之间移动，并改变数值</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>What Others May Use</source>
        <translation>他人可用的控件</translation>
    </message>
    <message>
        <source>What can be done with the selected classes</source>
        <translation>对所选类别可做的操作</translation>
    </message>
    <message>
        <source>What “{panel}” shows ({keys})</source>
        <translation>“{panel}”显示什么（{keys}）</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Wheel, dragging beside the marks; Z, Ctrl+Alt and arrow</source>
        <translation>滚轮、在标记旁拖动；Z、Ctrl+Alt+方向键</translation>
    </message>
    <message>
        <source>Wheel, or Ctrl and an arrow key, on a page</source>
        <translation>在页面上：滚轮，或 Ctrl 加方向键</translation>
    </message>
    <message>
        <source>Which draws: the same seed gives the same ones</source>
        <translation>抽到哪些：相同的种子给出相同的结果</translation>
    </message>
    <message>
        <source>Who opens this document sees only what is ticked, beside the panels of the scene. This keeps a class from being distracted; it is no lock, and everyone can show all controls.</source>
        <translation>打开此文档的人，除场景的面板外，只看到勾选的控件。这是为了让学生不分心，并不是锁定：任何人都可以显示全部控件。</translation>
    </message>
    <message>
        <source>Words of the scene</source>
        <translation>场景的文字</translation>
    </message>
    <message>
        <source>Work from before a crash is damaged and cannot be read. It is kept: {file}</source>
        <translation>崩溃前的工作已损坏，无法读取。文件已保留：{file}</translation>
    </message>
    <message>
        <source>Write its title, caption and notes</source>
        <translation>写标题、说明和讲稿</translation>
    </message>
    <message>
        <source>XentGUI is under the MIT licence. It uses Qt and PySide6, © The Qt Company Ltd. and others, under the GNU Lesser General Public License, version 3.</source>
        <translation>XentGUI 采用 MIT 许可证。它依据 GNU 宽通用公共许可证第 3 版使用 Qt 和 PySide6（© The Qt Company Ltd. 等）。</translation>
    </message>
    <message>
        <source>Your changes are not protected against a crash: {reason}. It is tried again; save your work.</source>
        <translation>更改暂时无法防崩溃备份：{reason}。程序会继续重试；请保存工作。</translation>
    </message>
    <message>
        <source>Your changes are protected against a crash again.</source>
        <translation>更改已恢复防崩溃备份。</translation>
    </message>
    <message>
        <source>Your work is kept. You can go on, or undo the last step; if it happens again, please send the details below to the authors. They are also in {file}.</source>
        <translation>工作没有丢失。可以继续，也可以撤销上一步；如果再次出现，请将下面的详细信息发给作者。这些信息也保存在 {file} 中。</translation>
    </message>
    <message>
        <source>Zoom and move a plot, where its panel allows it</source>
        <translation>缩放和平移图形（面板允许时）</translation>
    </message>
    <message>
        <source>adding, removing and sorting classes</source>
        <translation>添加、删除和排列类别</translation>
    </message>
    <message>
        <source>another caption</source>
        <translation>另一段说明</translation>
    </message>
    <message>
        <source>calm (400 ms)</source>
        <translation>平缓（400 毫秒）</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>classes share the first place</source>
        <translation>有类别并列第一</translation>
    </message>
    <message>
        <source>cut: nothing moves</source>
        <translation>直接切换：不移动</translation>
    </message>
    <message>
        <source>descent</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>examples and lectures</source>
        <translation>示例和讲课</translation>
    </message>
    <message>
        <source>formulas</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>handles</source>
        <translation>手柄</translation>
    </message>
    <message>
        <source>label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>numbers at a glance</source>
        <translation>一览的数值</translation>
    </message>
    <message>
        <source>numbers at marks</source>
        <translation>图中的数值</translation>
    </message>
    <message>
        <source>other losses</source>
        <translation>其他损失</translation>
    </message>
    <message>
        <source>other panels</source>
        <translation>其他面板</translation>
    </message>
    <message>
        <source>other workspaces</source>
        <translation>其他工作区</translation>
    </message>
    <message>
        <source>p is y</source>
        <translation>p 等于 y</translation>
    </message>
    <message>
        <source>pull me</source>
        <translation>拖我</translation>
    </message>
    <message>
        <source>q of the generalised cross-entropy: 0 is cross-entropy, 1 is 1 − p; double-click for q = 0.7.</source>
        <translation>广义交叉熵的 q：0 即交叉熵，1 即 1 − p；双击恢复 q = 0.7。</translation>
    </message>
    <message>
        <source>quick (250 ms)</source>
        <translation>快（250 毫秒）</translation>
    </message>
    <message>
        <source>sampling</source>
        <translation>抽样</translation>
    </message>
    <message>
        <source>slow (800 ms)</source>
        <translation>慢（800 毫秒）</translation>
    </message>
    <message>
        <source>tables of numbers</source>
        <translation>数值表格</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>the class alone is most probable</source>
        <translation>该类别单独最可能</translation>
    </message>
    <message>
        <source>the gradient is 0</source>
        <translation>梯度为 0</translation>
    </message>
    <message>
        <source>the loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>the number is above the value</source>
        <translation>该数大于值</translation>
    </message>
    <message>
        <source>the number is below the value</source>
        <translation>该数小于值</translation>
    </message>
    <message>
        <source>the number is the value</source>
        <translation>该数等于值</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>usual (400 ms)</source>
        <translation>默认（400 毫秒）</translation>
    </message>
    <message>
        <source>{count} classes</source>
        <translation>{count} 个类别</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>还有 {count} 个</translation>
    </message>
    <message>
        <source>{count} numbers changed</source>
        <translation>{count} 个数值已改变</translation>
    </message>
    <message>
        <source>{name} already exists.</source>
        <translation>{name} 已存在。</translation>
    </message>
    <message>
        <source>{name} has changes that are not saved.</source>
        <translation>{name} 有未保存的更改。</translation>
    </message>
    <message>
        <source>{name} no longer holds what is here.</source>
        <translation>{name} 中已没有此处的内容。</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 个，共 {count} 个</translation>
    </message>
    <message>
        <source>{stage} one place earlier (Alt+↑)</source>
        <translation>{stage}提前一位（Alt+↑）</translation>
    </message>
    <message>
        <source>{stage} one place later (Alt+↓)</source>
        <translation>{stage}推后一位（Alt+↓）</translation>
    </message>
    <message>
        <source>{what}; {after}</source>
        <translation>{what}；{after}</translation>
    </message>
    <message>
        <source>α of the Fenchel–Young loss: 1 is softmax, 1.5 is entmax, 2 is sparsemax; double-click for α = 2.</source>
        <translation>Fenchel–Young 损失的 α：1 是 softmax，1.5 是 entmax，2 是 sparsemax；双击恢复 α = 2。</translation>
    </message>
    <message>
        <source>γ of the focal loss: the larger it is, the less counts what is almost right; 0 is cross-entropy; double-click for γ = 2.</source>
        <translation>焦点损失的 γ：越大，接近正确的部分越不重要；0 即交叉熵；双击恢复 γ = 2。</translation>
    </message>
    <message>
        <source>“{command}” has failed: {error}</source>
        <translation>“{command}”失败：{error}</translation>
    </message>
    <message>
        <source>“{program}” could not play the sound: {reason}</source>
        <translation>“{program}”无法播放声音：{reason}</translation>
    </message>
</context>
</TS>
