// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/jsonscanner.h"

#include <QUtf8StringView>

namespace chatelaine {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/** The four hexadecimal digits at `at`, or -1. */
int hexQuad(QByteArrayView bytes, qsizetype at)
{
    if (at + 4 > bytes.size())
        return -1;
    int value = 0;
    for (qsizetype i = at; i < at + 4; ++i) {
        const int digit = hexValue(bytes[i]);
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

void appendUtf8(QByteArray &out, char32_t point)
{
    const auto put = [&out](char32_t byte) {
        out.append(static_cast<char>(byte));
    };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0 | (point >> 6));
        put(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        put(0xE0 | (point >> 12));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    } else {
        put(0xF0 | (point >> 18));
        put(0x80 | ((point >> 12) & 0x3F));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    }
}

char simpleEscape(char c)
{
    switch (c) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return c;
    }
}

} // namespace

JsonScanner::JsonScanner(QByteArrayView bytes, int maximumDepth)
    : m_bytes(bytes)
    , m_maximumDepth(maximumDepth)
{
    if (m_bytes.startsWith("\xEF\xBB\xBF"))
        m_position = 3;
}

JsonScanner::Token JsonScanner::fail(const char *problem)
{
    m_problem = problem;
    return Token::Invalid;
}

void JsonScanner::skipSpace()
{
    while (m_position < m_bytes.size()) {
        const char c = m_bytes[m_position];
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
            return;
        ++m_position;
    }
}

JsonScanner::Token JsonScanner::next()
{
    if (m_problem)
        return Token::Invalid;
    skipSpace();
    m_begin = m_position;
    if (m_ended || m_position >= m_bytes.size()) {
        m_ended = m_expect == Expect::Nothing;
        return m_ended ? Token::End : fail("the text ends too early");
    }
    if (m_expect == Expect::Nothing)
        return fail("something follows the end of the document");
    if (m_expect == Expect::CommaOrEnd) {
        const bool object = m_open.last();
        if (peek() == (object ? '}' : ']'))
            return close(object);
        if (peek() != ',')
            return fail(object ? "a comma or } is missing" : "a comma or ] is missing");
        ++m_position;
        skipSpace();
        m_begin = m_position;
        m_expect = object ? Expect::Name : Expect::Value;
    }
    if (m_expect == Expect::FirstNameOrEnd || m_expect == Expect::Name) {
        if (m_expect == Expect::FirstNameOrEnd && peek() == '}')
            return close(true);
        return scanName();
    }
    if (m_expect == Expect::FirstValueOrEnd && peek() == ']')
        return close(false);
    return scanValue();
}

JsonScanner::Token JsonScanner::scanName()
{
    if (peek() != '"')
        return fail("a member's name in double quotes is missing");
    const qsizetype begin = m_begin;
    if (scanString(Token::Name) == Token::Invalid)
        return Token::Invalid;
    const qsizetype end = m_position;
    skipSpace();
    if (peek() != ':')
        return fail("a colon is missing after a member's name");
    // The colon is looked at here but belongs to what follows: raw() must stay the name.
    m_begin = begin;
    m_position = end;
    m_expect = Expect::Value;
    return Token::Name;
}

JsonScanner::Token JsonScanner::scanValue()
{
    if (m_expect == Expect::Value && !m_open.isEmpty() && m_open.last() && peek() == ':') {
        ++m_position;
        skipSpace();
        m_begin = m_position;
    }
    switch (peek()) {
    case '{':
        return open(true);
    case '[':
        return open(false);
    case '"':
        return scanString(Token::String);
    case 't':
        return scanLiteral("true", Token::True);
    case 'f':
        return scanLiteral("false", Token::False);
    case 'n':
        return scanLiteral("null", Token::Null);
    default:
        return scanNumber();
    }
}

JsonScanner::Token JsonScanner::open(bool object)
{
    if (m_open.size() >= m_maximumDepth)
        return fail("it is nested too deeply");
    ++m_position;
    m_open.append(object);
    m_expect = object ? Expect::FirstNameOrEnd : Expect::FirstValueOrEnd;
    return object ? Token::BeginObject : Token::BeginArray;
}

JsonScanner::Token JsonScanner::close(bool object)
{
    ++m_position;
    m_open.removeLast();
    valueDone();
    return object ? Token::EndObject : Token::EndArray;
}

void JsonScanner::valueDone()
{
    m_expect = m_open.isEmpty() ? Expect::Nothing : Expect::CommaOrEnd;
}

JsonScanner::Token JsonScanner::scanLiteral(QByteArrayView literal, Token token)
{
    if (!m_bytes.sliced(m_position).startsWith(literal))
        return fail("this is not a JSON value");
    m_position += literal.size();
    valueDone();
    return token;
}

bool JsonScanner::scanDigits()
{
    if (!isDigit(peek()))
        return false;
    while (isDigit(peek()))
        ++m_position;
    return true;
}

JsonScanner::Token JsonScanner::scanNumber()
{
    if (peek() == '-')
        ++m_position;
    const bool zero = peek() == '0';
    const qsizetype first = m_position;
    if (!scanDigits())
        return fail("this is not a JSON value");
    if (zero && m_position - first > 1)
        return fail("a number must not begin with a needless zero");
    if (peek() == '.') {
        ++m_position;
        if (!scanDigits())
            return fail("digits are missing after the decimal point");
    }
    if (peek() == 'e' || peek() == 'E') {
        ++m_position;
        if (peek() == '+' || peek() == '-')
            ++m_position;
        if (!scanDigits())
            return fail("digits are missing in the exponent");
    }
    valueDone();
    return Token::Number;
}

bool JsonScanner::scanEscape()
{
    if (peek() != 'u') {
        if (!QByteArrayView("\"\\/bfnrt").contains(peek()) || m_position >= m_bytes.size())
            return false;
        ++m_position;
        return true;
    }
    const int unit = hexQuad(m_bytes, m_position + 1);
    if (unit < 0 || (unit >= 0xDC00 && unit <= 0xDFFF))
        return false;
    m_position += 5;
    if (unit < 0xD800 || unit > 0xDBFF)
        return true;
    if (m_position + 6 > m_bytes.size() || !m_bytes.sliced(m_position).startsWith("\\u"))
        return false;
    const int low = hexQuad(m_bytes, m_position + 2);
    m_position += 6;
    return low >= 0xDC00 && low <= 0xDFFF;
}

JsonScanner::Token JsonScanner::scanString(Token token)
{
    ++m_position;
    while (true) {
        if (m_position >= m_bytes.size())
            return fail("a string has no end");
        const char c = m_bytes[m_position];
        if (static_cast<unsigned char>(c) < 0x20)
            return fail("a control character stands in a string");
        ++m_position;
        if (c == '"')
            break;
        if (c == '\\' && !scanEscape())
            return fail("this escape does not exist");
    }
    if (!QUtf8StringView(raw()).isValidUtf8())
        return fail("a string is not valid UTF-8");
    if (token == Token::String)
        valueDone();
    return token;
}

QByteArray JsonScanner::decoded() const
{
    const QByteArrayView inner = m_bytes.sliced(m_begin + 1, m_position - m_begin - 2);
    QByteArray out;
    out.reserve(inner.size());
    for (qsizetype i = 0; i < inner.size(); ++i) {
        if (inner[i] != '\\') {
            out.append(inner[i]);
            continue;
        }
        ++i;
        if (inner[i] != 'u') {
            out.append(simpleEscape(inner[i]));
            continue;
        }
        auto point = static_cast<char32_t>(hexQuad(inner, i + 1));
        i += 4;
        if (point >= 0xD800 && point <= 0xDBFF) {
            const auto low = static_cast<char32_t>(hexQuad(inner, i + 3));
            point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
            i += 6;
        }
        appendUtf8(out, point);
    }
    return out;
}

} // namespace chatelaine
