<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>actions</name>
    <message>
        <source>&amp;About XentGUI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;At a Glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back to All Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Enlarge Panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fewer Decimals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;More Decimals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Nats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normal Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normalise Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;One-hot Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset Layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Toggle Light and Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Uniform Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a class below this one, with logit 0 and target 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a copy of this class beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for every class alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the class that the logits favour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for this class, and for no other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change between the light and the dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window and end the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selected cells, for a spreadsheet or for text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark ink on white, for a bright room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ull Screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the language of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this class another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to where the program or the document opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the panel with the focus fill the window; Escape brings the others back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the window fill the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light ink on black, for a dark room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark, as the system is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the &amp;System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make text, lines and marks bigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make text, lines and marks smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure information with the logarithm to base 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure information with the logarithm to base 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure information with the natural logarithm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move Do&amp;wn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move this class one place down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move this class one place up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalise target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One-hot target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste numbers from a spreadsheet, CSV text, or what numpy and PyTorch print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put all parts of the window back where they were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the selected classes; two always remain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale the target so that it sums to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every command and its keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show one digit less behind the point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show one more digit behind the point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide this part of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show text, lines and marks at their normal size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the other panels again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version, and what the program is made of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole program in this language, from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of &amp;Logits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table of &amp;Targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take these logits and this target; undo brings the old ones back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target = &amp;Hardmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target = hardmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniform target</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>An order names each of the {count} classes once. Name every class, and none twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every class would be switched off. Give at least one class a finite logit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every target is 0, so no factor makes them add up to 1. Give one class a target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} begins a row of {found} values where the others have {expected}. Give every row the same number of values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} has {found} columns where {expected} are expected. Give every row the same number of cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}, column {column} is empty. Write a number, or leave out the whole row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {cell} and {other} in line {other_line} use different decimal signs. Write all numbers with the same one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {cell} is infinite. Write a finite number, or -inf for a class that is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}, column {column}: {cell} is not a number. Write a number, or -inf for a class that is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}, column {column}: “...” stands for numbers that were not printed. Print all of them, with numpy.set_printoptions(threshold=sys.maxsize) or torch.set_printoptions(profile=&quot;full&quot;), or save them with numpy.save and open the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: a comma is missing before {found}. Separate all values by commas, or all by blanks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: a quotation mark is not closed, or something follows it. Write each quoted cell as &quot;…&quot; and double a mark inside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: too many brackets within one another. A vector has one pair of brackets, a matrix two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: {found} is not expected here. Copy the whole array with all its brackets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: {found} is not understood. Copy the numbers alone, or a printed array.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: {name} is not understood. Name the values “label”, “logit” and “target”, or give one number for each class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is written here. Write a number, for example 2.33, 1/3, ln(2) or -inf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax compares at least two classes, and there would be {count}. Add a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class names are {value}. Give a list of names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classes are {value}. Give a list of class numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The information of {label} is {value}. Type 0 or a positive number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label smoothing is {value}. Type a number from 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The logit of {label} is {value}. Type a finite number, or −inf to switch the class off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of class {number} is {value}. Type some text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The numbers of the classes are {value}. Give one list with a number for each class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probability of {label} is {value}. Type a number from 0 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record in line {line} holds more than single values. Give each of its names one text or number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target of {label} is {value}. Type 0 or a positive finite number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target {target} is not one of the {count} classes. Give the number of a class, counted from 0, or its label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The targets add up to more than the largest number. Type a smaller target than {value} for {label}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The temperature is {value}. Type 0, a positive number or inf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text ends before its brackets are closed. Copy the whole array with all its brackets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no values called {field}. Use logits or target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {labels} class names, {logits} logits and {target} targets. Give every class one of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no class {number}. Choose one of the {count} classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no number in these brackets. Copy an array with its numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing here to read. Copy some numbers, for example 2.33, -1.46, 0.56.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This array has the shape {shape}. Give a vector, one number for each class, or a matrix, one row for each sample.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not text: byte {place} cannot be read as UTF-8, UTF-16 or GB 18030. Save it as UTF-8 text, or open a .npy or .npz file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text holds {found} cells, at most {limit} are read. Save large matrices with numpy.save and open the .npy file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is too long: {found} characters, at most {limit} are read. Save large matrices with numpy.save and open the .npy file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}. Mend or replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is wrong at {place}: {reason}. Mend or replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {found} values where {other} has {expected}. Give the same number of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} can be read in two ways at character {place}. Write brackets, for example ln(2)*3 or ln(2*3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} divides by zero at character {place}. Write a number, or -inf to switch a class off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} has no value: see character {place}. Write a number, for example ln(2), or -inf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} has too many brackets or powers within one another at character {place}. Simplify it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not a number (NaN). Write a number, or -inf to switch a class off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not a number: a sign is missing before character {place}. Write for example 2*3, 2/3 or ln(2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not a number: a “)” is missing at character {place}. Close the bracket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not a number: something is missing at character {place}. Write for example 2.33, 1/3, ln(2) or -inf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not a number: the points and commas at character {place} have no clear meaning. Write decimals with “{decimal_point}” and leave the thousands together, for example {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is not a number: {found} at character {place} is not understood. Write for example 2.33, 1/3, ln(2) or -inf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is too large to compute with. Write a number of less than 308 digits, or inf or -inf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is too long for a number: at most {limit} characters are read. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} is too small to be told from 0. Write 0, or a number above 5e-324.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{values} values from class {number} on do not fit {count} classes. Paste fewer values, or add classes first.</source>
        <translation type="unfinished"></translation>
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
    <name>panels</name>
    <message>
        <source>Distribution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag Information of {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag Logit of {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag Probability of {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag Target of {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull a bar to set its probability, or an ink line to set its target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull a dot along the curve: rare is surprising.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull a stem&apos;s head to set its logit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T = 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target One-Hot at {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient follows from p and y: pull those, in the other panels, to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contribution −y·log p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient ∂L/∂z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hardmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>information −log p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logit z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uniform 1/K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: softmax {p}, target {y}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: {value} {unit}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>1 for the largest logit; tied classes share it equally.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A class keeps its name until another is typed. Ctrl+− removes the class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate {count} Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logit of {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {count} Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {count} Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set Logits to 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set Targets to 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target of {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contribution now minus that of the pinned state, in {unit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The information of the class in {unit}: how surprised one would be to see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the class. Double-click or press F2 to rename it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probability now minus that of the pinned state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probability that is asked for: 0 or more, adding up to 1. Type to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The probability that the softmax gives the class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score of the class, any number; −inf switches the class off. Type to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target after label smoothing, (1 − ε)·y + ε·Σy/K, with which the loss is computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the class adds to the cross-entropy, in {unit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hardmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logit z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smoothed y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Δ ({unit})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Δp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{heading}” follows from the other numbers. Type in the boxed column instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−log p ({unit})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>−y·log p ({unit})</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>units</name>
    <message>
        <source>bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nats</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>About XentGUI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At a glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with one of the examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to the beginning; this can be undone, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label smoothing ε: this share of the target is spread evenly over all classes, (1 − ε)·y + ε/K; double-click for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show information in {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softmax and cross-entropy made visible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature T: every logit is divided by it, z / T.  T → 0 is hardmax, T → ∞ is uniform; double-click for T = 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ended unexpectedly; your work is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program met an error that it did not expect: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit: {unit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your work is kept. You can go on, or undo the last step; if it happens again, please send the details below to the authors. They are also in {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag any bar or dot; every change can be undone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
