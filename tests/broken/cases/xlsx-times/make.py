from workbooks import Workbook, styled

# 8:30 typed as h:mm, 0:08:30 in full, 26:30 taken for hours, and 0:08:30 shown without its seconds
Workbook([
    ["contestant", "round", "seconds"],
    ["C1", "stage", styled(8.5 / 24, 1)],
    ["C2", "stage", styled(8.5 / 1440, 2)],
    ["C3", "stage", styled(26.5 / 24, 3)],
    ["C4", "stage", styled(8.5 / 1440, 1)],
], styles=[20, 21, 46]).save("timings.xlsx")
