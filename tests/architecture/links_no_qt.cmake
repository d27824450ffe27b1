# Fails when the program needs a Qt library.
execute_process(COMMAND ldd ${PROGRAM} OUTPUT_VARIABLE libraries RESULT_VARIABLE code)
if(NOT code EQUAL 0)
    message(FATAL_ERROR "ldd failed on ${PROGRAM}")
endif()
if(libraries MATCHES "Qt|qcustomplot")
    message(FATAL_ERROR "${PROGRAM} links Qt:\n${libraries}")
endif()
