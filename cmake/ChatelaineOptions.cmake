# SPDX-FileCopyrightText: The Chatelaine contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of the project is compiled with, in one place.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(CHATELAINE_CCACHE ccache)
if(CHATELAINE_CCACHE)
  # What it asks for before it keeps a compilation with a precompiled header.
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${CHATELAINE_CCACHE})
endif()

add_library(chatelaine_options INTERFACE)
target_compile_options(chatelaine_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
if(CHATELAINE_WERROR)
  target_compile_options(chatelaine_options INTERFACE -Werror)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND (NOT CMAKE_BUILD_TYPE STREQUAL "Debug" OR CHATELAINE_SANITIZE))
  # With optimization gcc 12 takes a std::optional that holds nothing for one that was never set.
  target_compile_options(chatelaine_options INTERFACE -Wno-maybe-uninitialized)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # In kB. Below that gcc's own garbage collector takes up to a tenth of the time, and memory is not short.
  target_compile_options(chatelaine_options INTERFACE "SHELL:--param ggc-min-heapsize=524288")
endif()
if(CMAKE_UNITY_BUILD)
  # A private class with members from an anonymous namespace is no longer in the main file of its compilation.
  target_compile_options(chatelaine_options INTERFACE -Wno-subobject-linkage -Wno-unknown-warning-option)
endif()
target_compile_definitions(chatelaine_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400
  CHATELAINE_VERSION="${PROJECT_VERSION}")
target_include_directories(chatelaine_options INTERFACE ${CMAKE_SOURCE_DIR}/src)

# mold halves the link time of the many small test programs, and takes a seventh with sanitizers; the default linker does as
# well.
find_program(CHATELAINE_MOLD mold)
if(CHATELAINE_MOLD AND CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  target_link_options(chatelaine_options INTERFACE -fuse-ld=mold)
endif()

if(CHATELAINE_SANITIZE)
  target_compile_options(chatelaine_options INTERFACE
    -fsanitize=${CHATELAINE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(chatelaine_options INTERFACE -fsanitize=${CHATELAINE_SANITIZE})
  target_compile_definitions(chatelaine_options INTERFACE CHATELAINE_SANITIZED)
elseif(CMAKE_BUILD_TYPE STREQUAL "Release" OR CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo")
  target_compile_options(chatelaine_options INTERFACE
    -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fstack-clash-protection)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    target_compile_options(chatelaine_options INTERFACE -fcf-protection)
  endif()
  target_link_options(chatelaine_options INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack)
endif()
