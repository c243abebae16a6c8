// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/http.h"

#include <QIODevice>

namespace chatelaine {

/**
 * A body that can be read once. Qt 6.4 sends a request again when a server closes without
 * answering, but not when it cannot rewind the body: with this, DoNotBufferUploadDataAttribute and
 * a Content-Length the server sees the request once (PITFALLS.md, E5), also when the body is empty.
 */
class OneShotBody final : public QIODevice
{
    Q_OBJECT
public:
    /** The bytes are the request's own, not copied. */
    explicit OneShotBody(std::shared_ptr<const HttpRequest> request, QObject *parent = nullptr);

    bool isSequential() const override { return true; }
    bool seek(qint64) override { return false; } // Qt's own warns before it says no
    bool reset() override { return false; }
    bool atEnd() const override;
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    qint64 remaining() const { return m_request->body.size() - m_position; }

    std::shared_ptr<const HttpRequest> m_request;
    qint64 m_position = 0;
};

} // namespace chatelaine
