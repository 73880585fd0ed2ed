# The wordings are assembled into wording.c (.incbin): the assembler finds them under templates/, and a change of theirs
# builds it again.
set_source_files_properties(
    ${CMAKE_CURRENT_SOURCE_DIR}/src/paper/wording.c
    PROPERTIES
        COMPILE_OPTIONS "-Wa,-I${CMAKE_CURRENT_SOURCE_DIR}/templates"
        OBJECT_DEPENDS
            "${CMAKE_CURRENT_SOURCE_DIR}/templates/wording/zh.txt;${CMAKE_CURRENT_SOURCE_DIR}/templates/wording/en.txt")
