// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace chatelaine {

/**
 * Reads JSON (RFC 8259, strictly) token by token out of bytes that it does not own, and says where
 * each token stands. Two need that: the loader of definitions, which names lines, and the cutting
 * of secrets, which must reach the bytes before any parser copies them. What is already behind the
 * scanner may be overwritten.
 */
class JsonScanner
{
public:
    enum class Token {
        BeginObject,
        EndObject,
        BeginArray,
        EndArray,
        Name,
        String,
        Number,
        True,
        False,
        Null,
        End,
        Invalid
    };

    explicit JsonScanner(QByteArrayView bytes, int maximumDepth = 64);

    Token next(); ///< after End or Invalid: the same again

    qsizetype begin() const { return m_begin; } ///< of the last token, a string's quotes included
    qsizetype end() const { return m_position; }
    QByteArrayView raw() const { return m_bytes.sliced(m_begin, m_position - m_begin); }
    const char *problem() const { return m_problem; } ///< after Invalid: what is wrong

    /** The text of the last Name or String as UTF-8; the caller wipes it when it is a secret. */
    QByteArray decoded() const;

private:
    enum class Expect { Value, FirstNameOrEnd, Name, FirstValueOrEnd, CommaOrEnd, Nothing };

    Token fail(const char *problem);
    Token scanValue();
    Token scanString(Token token);
    Token scanNumber();
    Token scanLiteral(QByteArrayView literal, Token token);
    Token open(bool object);
    Token close(bool object);
    Token scanName();
    bool scanEscape();
    bool scanDigits();
    void skipSpace();
    void valueDone();
    char peek() const { return m_position < m_bytes.size() ? m_bytes[m_position] : '\0'; }

    QByteArrayView m_bytes;
    QList<bool> m_open; ///< whether each open container is an object
    Expect m_expect = Expect::Value;
    qsizetype m_begin = 0;
    qsizetype m_position = 0;
    int m_maximumDepth;
    const char *m_problem = nullptr;
    bool m_ended = false;
};

} // namespace chatelaine
