# Files of templates/ are assembled into these sources (.incbin): the assembler finds them there, and a change of theirs
# builds it again.
function(biwu_embeds source)
    list(TRANSFORM ARGN PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/templates/)
    set_source_files_properties(
        ${CMAKE_CURRENT_SOURCE_DIR}/src/${source}
        PROPERTIES COMPILE_OPTIONS "-Wa,-I${CMAKE_CURRENT_SOURCE_DIR}/templates" OBJECT_DEPENDS "${ARGN}")
endfunction()

biwu_embeds(paper/wording.c wording/zh.txt wording/en.txt)
biwu_embeds(paper/reading_aid.c characters/common.txt)
biwu_embeds(paper/title_words.c characters/words.txt)
biwu_embeds(core/stroke_order.c characters/strokes.txt)

# A certificate's template is one of the program's by its file name.
file(GLOB certificate_files CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}/templates
     ${CMAKE_CURRENT_SOURCE_DIR}/templates/certificates/*.txt)
set(certificate_list "")
foreach(file ${certificate_files})
    get_filename_component(name ${file} NAME_WLE)
    string(MAKE_C_IDENTIFIER ${name} symbol)
    string(APPEND certificate_list "CERTIFICATE(${symbol}, \"${name}\")\n")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/certificate_files.h CONTENT "${certificate_list}")
biwu_embeds(paper/template_builtin.c ${certificate_files})
set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/src/paper/template_builtin.c
                            PROPERTIES INCLUDE_DIRECTORIES ${CMAKE_BINARY_DIR}/generated)
