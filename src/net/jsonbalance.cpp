// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/jsonbalance.h"

namespace chatelaine {

void JsonBalance::add(QByteArrayView more)
{
    for (const char c : more) {
        if (m_place == Place::Ignored)
            return;
        step(c);
    }
}

void JsonBalance::step(char c)
{
    switch (m_place) {
    case Place::Start:
        if (c == '{' || c == '[') {
            m_place = Place::Document;
            m_depth = 1;
        } else if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
            m_place = Place::Ignored;
        }
        break;
    case Place::Document:
        if (c == '"')
            m_place = Place::String;
        else if (c == '{' || c == '[')
            ++m_depth;
        else if ((c == '}' || c == ']') && --m_depth == 0) {
            m_place = Place::Ignored;
            m_closed = true;
        }
        break;
    case Place::String:
        if (c == '\\')
            m_place = Place::Escape;
        else if (c == '"')
            m_place = Place::Document;
        break;
    case Place::Escape:
        m_place = Place::String;
        break;
    case Place::Ignored:
        break;
    }
}

} // namespace chatelaine
