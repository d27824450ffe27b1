// Symbol records an expression instead of computing it: the graph from which equations, causes and exports are made.
#pragma once

#include "numbers/Arithmetic.h"
#include "numbers/Unit.h"

#include <array>
#include <memory>
#include <optional>
#include <string>

namespace chokepoint::numbers {

enum class Operation { Constant, Input, Add, Subtract, Multiply, Divide, Negate, Minimum, Maximum, Exp, Log, Pow, Less, Select };

/// One node of a recorded graph; immutable and shared. `inputs` are in the order of the operation's operands;
/// Select has (condition, if true, if false), Less has (smaller, larger).
struct Node {
    Operation operation = Operation::Constant;
    std::string text; ///< decimal text of a Constant, name of an Input
    std::array<std::shared_ptr<const Node>, 3> inputs;
    std::optional<Unit> unit; ///< what the sector's types say; nothing inside functions that work on bare numbers
};

class Symbol {
public:
    Symbol() : Symbol(constant("0")) {}
    explicit Symbol(std::shared_ptr<const Node> node) : m_node(std::move(node)) {}

    static Symbol constant(std::string text) { return Symbol(std::make_shared<Node>(Node{Operation::Constant, std::move(text), {}, {}})); }
    static Symbol input(std::string name) { return Symbol(std::make_shared<Node>(Node{Operation::Input, std::move(name), {}, {}})); }
    template <class... S> static Symbol of(Operation operation, const S&... operands)
    {
        return Symbol(std::make_shared<Node>(Node{operation, {}, {operands.m_node...}, {}}));
    }

    /// Notes the unit in which a sector holds the value; the node is new, so nobody else sees it without.
    void carry(const Unit& unit)
    {
        auto copy = std::make_shared<Node>(*m_node);
        copy->unit = unit;
        m_node = std::move(copy);
    }

    const std::shared_ptr<const Node>& node() const { return m_node; }

    friend Symbol operator+(const Symbol& a, const Symbol& b) { return of(Operation::Add, a, b); }
    friend Symbol operator-(const Symbol& a, const Symbol& b) { return of(Operation::Subtract, a, b); }
    friend Symbol operator*(const Symbol& a, const Symbol& b) { return of(Operation::Multiply, a, b); }
    friend Symbol operator/(const Symbol& a, const Symbol& b) { return of(Operation::Divide, a, b); }
    friend Symbol operator-(const Symbol& a) { return of(Operation::Negate, a); }

private:
    std::shared_ptr<const Node> m_node;
};

/// A recorded comparison.
struct SymbolMask {
    Symbol condition;
};

/// The name under which the calendar's time (years, middle of the quarter) is recorded.
inline constexpr std::string_view timeInput = "time";

template <> struct Arithmetic<Symbol> {
    using Mask = SymbolMask;
    static constexpr bool worksAhead = false;
    static Symbol dividedBy(const Symbol& x, int whole) { return x / fromInt(whole); }
    static Symbol fromInt(int value) { return Symbol::constant(std::to_string(value)); }
    using Shared = Symbol;
    static const Symbol& shared(const Symbol& x) { return x; }
    static Symbol fromTime(double time) { return Symbol::constant(DecimalText::shortest(time)); }
    static Symbol fromText(std::string_view text) { return Symbol::constant(std::string(text)); }
    static Symbol ln2() { return fromText("0.69314718055994530941723212145817656807550013436025525412068"); }
    static Symbol tiny() { return fromText("1e-9"); }
    static Mask less(const Symbol& a, const Symbol& b) { return {Symbol::of(Operation::Less, a, b)}; }
    static Symbol select(const Mask& m, const Symbol& a, const Symbol& b) { return Symbol::of(Operation::Select, m.condition, a, b); }
    static Symbol min(const Symbol& a, const Symbol& b) { return Symbol::of(Operation::Minimum, a, b); }
    static Symbol max(const Symbol& a, const Symbol& b) { return Symbol::of(Operation::Maximum, a, b); }
    static Symbol exp(const Symbol& x) { return Symbol::of(Operation::Exp, x); }
    static Symbol log(const Symbol& x) { return Symbol::of(Operation::Log, x); }
    static Symbol pow(const Symbol& x, const Symbol& y) { return Symbol::of(Operation::Pow, x, y); }
};

} // namespace chokepoint::numbers
