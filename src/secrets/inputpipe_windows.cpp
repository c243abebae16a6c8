// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/inputpipe.h"

#include <QProcess>

namespace chatelaine {

InputPipe::~InputPipe() = default;

void InputPipe::close() {}

/** Only an empty input is offered here: QProcess would keep what it is given. */
bool InputPipe::fill(QByteArrayView input)
{
    return input.isEmpty();
}

void InputPipe::connectTo(QProcess &process)
{
    process.setStandardInputFile(QProcess::nullDevice());
}

bool InputPipe::isEmpty() const
{
    return true;
}

void InputPipe::end(QProcess &process, Ending ending)
{
    if (ending == Ending::Asked)
        process.terminate();
    else
        process.kill();
}

} // namespace chatelaine
