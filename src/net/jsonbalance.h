// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace chatelaine {

/**
 * Follows the brackets of a body as it arrives. Qt 6.4 mostly reports a chunked answer whose
 * connection broke as a complete one; a JSON document that ends inside its outermost bracket gives
 * it away. Says nothing about anything else.
 */
class JsonBalance
{
public:
    void add(QByteArrayView more);

    /** What was added begins as an object or an array and stops before its end. */
    bool isOpen() const { return m_depth > 0; }

    /** What was added is an object or an array to its end, whatever follows. */
    bool isClosed() const { return m_closed; }

private:
    enum class Place { Start, Document, String, Escape, Ignored };
    void step(char c);

    Place m_place = Place::Start;
    qint64 m_depth = 0;
    bool m_closed = false;
};

} // namespace chatelaine
