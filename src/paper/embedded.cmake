# Files of templates/ are assembled into these sources (.incbin): the assembler finds them there, and a change of theirs
# builds it again.
function(biwu_embeds source)
    list(TRANSFORM ARGN PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/templates/)
    set_source_files_properties(
        ${CMAKE_CURRENT_SOURCE_DIR}/src/paper/${source}
        PROPERTIES COMPILE_OPTIONS "-Wa,-I${CMAKE_CURRENT_SOURCE_DIR}/templates" OBJECT_DEPENDS "${ARGN}")
endfunction()

biwu_embeds(wording.c wording/zh.txt wording/en.txt)
biwu_embeds(reading_aid.c characters/common.txt)
