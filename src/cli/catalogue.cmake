# The Chinese catalogue of messages. It is built into <build>/locale, where a program of the build folder looks for it.
#
# To bring src/cli/po/zh_CN.po up to date with the sources:   cmake --build <build> --target pot
# then translate what is new or marked fuzzy there. Messages are marked MESSAGE(…), N_(…) or translate(…); the helps in
# the tables of rules, columns and templates are read from the tables themselves, by po/table_words.c.
find_program(MSGFMT msgfmt REQUIRED)
find_program(MSGMERGE msgmerge)
find_program(XGETTEXT xgettext)

set(po_folder ${CMAKE_CURRENT_SOURCE_DIR}/src/cli/po)
set(mo_file ${CMAKE_BINARY_DIR}/locale/zh_CN/LC_MESSAGES/biwu.mo)
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/locale/zh_CN/LC_MESSAGES)
add_custom_command(OUTPUT ${mo_file}
                   COMMAND ${MSGFMT} --check-header --output-file=${mo_file} ${po_folder}/zh_CN.po
                   DEPENDS ${po_folder}/zh_CN.po
                   COMMENT "Chinese messages")
add_custom_target(catalogue ALL DEPENDS ${mo_file})
install(FILES ${mo_file} DESTINATION share/locale/zh_CN/LC_MESSAGES)

add_executable(table_words EXCLUDE_FROM_ALL ${po_folder}/table_words.c)
target_link_libraries(table_words PRIVATE import paper)
add_custom_target(template
    COMMAND table_words > ${CMAKE_BINARY_DIR}/table_words.h
    COMMAND sh -c "cd ${CMAKE_CURRENT_SOURCE_DIR} && ${XGETTEXT} --language=C --from-code=UTF-8 --package-name=biwu \
--keyword=MESSAGE:1 --keyword=N_ --keyword=translate --sort-by-file --no-location --no-wrap \
--output=${CMAKE_BINARY_DIR}/biwu.pot $(find src -name '*.c' -not -path '*/po/*' | sort) ${CMAKE_BINARY_DIR}/table_words.h"
    DEPENDS table_words VERBATIM
    COMMENT "template of messages")
add_custom_target(pot
    COMMAND ${MSGMERGE} --update --backup=off --no-wrap --no-location ${po_folder}/zh_CN.po ${CMAKE_BINARY_DIR}/biwu.pot
    DEPENDS template VERBATIM
    COMMENT "messages merged into src/cli/po/zh_CN.po")
