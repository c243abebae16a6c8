# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# chatelaine_library(NAME SOURCES file... [USES folder...] [PUBLIC target...] [PRIVATE target...])
# One static library for one folder of src; USES states the layer table of docs/architecture.md.
function(chatelaine_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;PUBLIC;PRIVATE" ${ARGN})
  add_library(chatelaine_${name} STATIC ${ARG_SOURCES})
  list(TRANSFORM ARG_USES PREPEND chatelaine_ OUTPUT_VARIABLE uses)
  target_link_libraries(chatelaine_${name}
    PUBLIC chatelaine_options Qt6::Core ${uses} ${ARG_PUBLIC}
    PRIVATE ${ARG_PRIVATE})
  set_property(GLOBAL APPEND PROPERTY CHATELAINE_TARGETS chatelaine_${name})
endfunction()

# chatelaine_program(NAME SOURCES file... USES folder... [PRIVATE target...])
function(chatelaine_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;PRIVATE" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  list(TRANSFORM ARG_USES PREPEND chatelaine_ OUTPUT_VARIABLE uses)
  target_link_libraries(${name} PRIVATE chatelaine_options ${uses} ${ARG_PRIVATE})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
  install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()

# chatelaine_test(NAME SOURCES file... USES folder... [PRIVATE target...] [LABELS label...] [WRAP command...] [TIMEOUT s])
# A Qt Test program, run offscreen, with the headers of chatelaine_test_headers at hand. It has the label of its folder (unit,
# component, ...), and can be built with all of that folder by the target tests_unit, tests_component, ... WRAP runs it inside
# another command (tests/support/with-keyring, tests/support/with-display).
function(chatelaine_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;USES;PRIVATE;LABELS;WRAP" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  list(TRANSFORM ARG_USES PREPEND chatelaine_ OUTPUT_VARIABLE uses)
  target_link_libraries(${name} PRIVATE chatelaine_options ${uses} ${ARG_PRIVATE} Qt6::Test)
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_precompile_headers(${name} REUSE_FROM chatelaine_test_headers)
  # Nearly empty, since a test includes what moc makes of it: the headers would only be read for nothing.
  set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/mocs_compilation.cpp
    PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
  target_compile_definitions(${name} PRIVATE
    QT_FORCE_ASSERTS CHATELAINE_SOURCE_DIR="${CMAKE_SOURCE_DIR}" CHATELAINE_BINARY_DIR="${CMAKE_BINARY_DIR}")
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  add_test(NAME ${name} COMMAND ${ARG_WRAP} $<TARGET_FILE:${name}>)
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR}/tests ${CMAKE_CURRENT_SOURCE_DIR})
  string(REGEX REPLACE "/.*" "" folder "${folder}")
  list(APPEND ARG_LABELS ${folder})
  list(REMOVE_DUPLICATES ARG_LABELS)
  if(NOT TARGET tests_${folder})
    add_custom_target(tests_${folder})
  endif()
  add_dependencies(tests_${folder} ${name})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QT_LOGGING_RULES=qt.*.debug=false")
endfunction()
