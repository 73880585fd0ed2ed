# The libraries that the floors use. Those without a .pc file are found by name.
pkg_check_modules(yaml REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(jansson REQUIRED IMPORTED_TARGET jansson)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(smartcols REQUIRED IMPORTED_TARGET smartcols)
pkg_check_modules(harfbuzz REQUIRED IMPORTED_TARGET harfbuzz harfbuzz-subset)
pkg_check_modules(fontconfig REQUIRED IMPORTED_TARGET fontconfig)

foreach(name gmp csv hpdf deflate)
    find_library(${name}_library ${name} REQUIRED)
    add_library(${name} INTERFACE IMPORTED)
    target_link_libraries(${name} INTERFACE ${${name}_library})
endforeach()
