//! `view!`: the markup of Leptos, built as `crate::platform::markup::View`.
//!
//! Leptos makes one type of every element; measured, that was a third of what the first question loads. The markup here
//! is the same, the elements are of one type. Components are plain functions, called in braces.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeBlock, NodeElement};
use syn::spanned::Spanned;

/// Names that only SVG has, in this project.
const SVG: [&str; 10] = [
    "circle", "g", "line", "path", "polygon", "polyline", "rect", "svg", "text", "tspan",
];

/// Elements, texts in quotes and expressions in braces. Attributes as in HTML, and `class:name=`, `prop:name=`,
/// `on:event=`, `inner_html=`.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    rstml::parse2(tokens.into())
        .and_then(|nodes| {
            let views = nodes.iter().map(node).collect::<syn::Result<Vec<_>>>()?;
            Ok(match views.as_slice() {
                [one] => quote!(crate::platform::markup::IntoView::into_view(#one)),
                several => {
                    quote!(crate::platform::markup::View::list([#(crate::platform::markup::IntoView::into_view(#several)),*]))
                }
            })
        })
        .unwrap_or_else(|error| error.to_compile_error())
        .into()
}

fn node(node: &Node) -> syn::Result<TokenStream> {
    match node {
        Node::Element(element) => self::element(element),
        Node::Text(text) => Ok(text.value.to_token_stream()),
        Node::Block(NodeBlock::ValidBlock(block)) => Ok(match block.stmts.as_slice() {
            [syn::Stmt::Expr(expression, None)] => expression.to_token_stream(),
            _ => block.to_token_stream(),
        }),
        Node::Comment(_) => Ok(quote!(())),
        other => Err(syn::Error::new(
            other.span(),
            "view! takes elements, quoted texts and expressions in braces",
        )),
    }
}

fn element(element: &NodeElement<rstml::Infallible>) -> syn::Result<TokenStream> {
    let name = element.name().to_string();
    let span = element.name().span();
    let start = if SVG.contains(&name.as_str()) {
        quote_spanned!(span=> crate::platform::markup::Element::svg(#name))
    } else {
        quote_spanned!(span=> crate::platform::markup::Element::new(#name))
    };
    let (fixed, others): (Vec<_>, Vec<_>) = element
        .attributes()
        .iter()
        .map(|attribute| fixed(attribute).ok_or(attribute))
        .partition(Result::is_ok);
    let fixed: Vec<TokenStream> = fixed.into_iter().flatten().collect();
    let fixed = (!fixed.is_empty()).then(|| quote!(.fixed(&[#(#fixed),*])));
    let attributes = others
        .into_iter()
        .filter_map(Result::err)
        .map(attribute)
        .collect::<syn::Result<Vec<_>>>()?;
    let children = element
        .children
        .iter()
        .map(node)
        .collect::<syn::Result<Vec<_>>>()?;
    Ok(quote!(#start #fixed #(#attributes)* #(.child(#children))*))
}

/// An attribute with a text in quotes: name and text.
fn fixed(attribute: &NodeAttribute) -> Option<TokenStream> {
    let NodeAttribute::Attribute(attribute) = attribute else {
        return None;
    };
    let name = attribute.key.to_string();
    let text = attribute.value_literal_string()?;
    (!name.contains(':') && name != "inner_html").then(|| quote!((#name, #text)))
}

fn attribute(attribute: &NodeAttribute) -> syn::Result<TokenStream> {
    let NodeAttribute::Attribute(attribute) = attribute else {
        return Err(syn::Error::new(attribute.span(), "an attribute has a name"));
    };
    let value = value(attribute);
    let name = attribute.key.to_string();
    let span = attribute.key.span();
    Ok(match name.split_once(':') {
        Some(("on", event)) => {
            let method = quote::format_ident!("on_{event}", span = span);
            quote_spanned!(span=> .#method(#value))
        }
        Some(("class", class)) => quote_spanned!(span=> .class(#class, #value)),
        Some(("prop", property)) => quote_spanned!(span=> .property(#property, #value)),
        Some(_) => return Err(syn::Error::new(span, "known are on:, class: and prop:")),
        None if name == "inner_html" => quote_spanned!(span=> .inner_html(#value)),
        None => quote_spanned!(span=> .attribute(#name, #value)),
    })
}

fn value(attribute: &KeyedAttribute) -> TokenStream {
    attribute
        .value()
        .map_or_else(|| quote!(true), ToTokens::to_token_stream)
}
