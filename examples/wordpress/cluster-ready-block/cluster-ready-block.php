<?php
/**
 * Plugin Name:       Cluster Ready block
 * Description:       A block with <cluster-ready>: how ready an industrial cluster is to become a smart one.
 * Version:           0.1.0
 * Requires at least: 6.5
 * Requires PHP:      7.4
 * License:           MIT OR Apache-2.0
 * Text Domain:       cluster-ready-block
 *
 * The files of dist/embed/<version>/ lie in the folder cluster-ready/ beside this file.
 *
 * @package ClusterReadyBlock
 */

defined( 'ABSPATH' ) || exit;

/** What may stand in an attribute. Anything else is left out, and the widget takes its default. */
const CLUSTER_READY_WORDS = array(
	'lang' => array( 'vi', 'en' ),
	'mode' => array( 'full', 'quick' ),
);

/**
 * The markup of one block. The script is asked for only on pages that have one.
 *
 * @param array $attributes Attributes of the block, as block.json names them.
 */
function cluster_ready_block_render( $attributes ) {
	// The version of the files is in their contents, not in the address: null adds no query.
	wp_enqueue_script_module( 'cluster-ready', plugins_url( 'cluster-ready/element.js', __FILE__ ), array(), null );

	$markup = '';
	foreach ( CLUSTER_READY_WORDS as $name => $words ) {
		$word = isset( $attributes[ $name ] ) ? $attributes[ $name ] : '';
		if ( in_array( $word, $words, true ) ) {
			$markup .= sprintf( ' %s="%s"', $name, esc_attr( $word ) );
		}
	}
	$brand = isset( $attributes['brandName'] ) ? trim( (string) $attributes['brandName'] ) : '';
	if ( '' !== $brand ) {
		$markup .= sprintf( ' brand-name="%s"', esc_attr( $brand ) );
	}

	return sprintf(
		'<div %1$s><cluster-ready%2$s style="display: block; min-block-size: 100vh">%3$s</cluster-ready></div>',
		get_block_wrapper_attributes(),
		$markup,
		esc_html__( 'Công cụ này cần trình duyệt có JavaScript và WebAssembly. / This tool needs a browser with JavaScript and WebAssembly.', 'cluster-ready-block' )
	);
}

/** Tells WordPress of the block; block.json has its attributes and the script of the editor. */
function cluster_ready_block_register() {
	register_block_type( __DIR__, array( 'render_callback' => 'cluster_ready_block_render' ) );
}
add_action( 'init', 'cluster_ready_block_register' );
