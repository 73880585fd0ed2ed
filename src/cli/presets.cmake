# The presets of templates/rules are assembled into presets.c (.incbin): a file that is put there is one, by its name.
file(GLOB preset_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/templates/rules/*.yaml)
set(preset_list "")
foreach(file ${preset_files})
    get_filename_component(name ${file} NAME_WE)
    string(MAKE_C_IDENTIFIER ${name} symbol)
    string(APPEND preset_list "PRESET(${symbol}, \"${name}\")\n")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/preset_list.h CONTENT "${preset_list}")
set_source_files_properties(
    ${CMAKE_CURRENT_SOURCE_DIR}/src/cli/presets.c
    PROPERTIES
        INCLUDE_DIRECTORIES ${CMAKE_BINARY_DIR}/generated
        COMPILE_OPTIONS "-Wa,-I${CMAKE_CURRENT_SOURCE_DIR}/templates"
        OBJECT_DEPENDS "${preset_files}")
