// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/oneshotbody.h"

#include <algorithm>
#include <cstring>

namespace chatelaine {

OneShotBody::OneShotBody(std::shared_ptr<const HttpRequest> request, QObject *parent)
    : QIODevice(parent)
    , m_request(std::move(request))
{
    // Unbuffered: QIODevice would keep a copy of the body of its own.
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

bool OneShotBody::atEnd() const
{
    return bytesAvailable() == 0;
}

qint64 OneShotBody::bytesAvailable() const
{
    return remaining() + QIODevice::bytesAvailable();
}

qint64 OneShotBody::readData(char *data, qint64 maximum)
{
    const qint64 count = std::min(maximum, remaining());
    if (count <= 0)
        return maximum > 0 ? -1 : 0;
    std::memcpy(data, m_request->body.constData() + m_position, static_cast<size_t>(count));
    m_position += count;
    return count;
}

} // namespace chatelaine
