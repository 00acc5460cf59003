<?php
/**
 * What editor.js needs to be there before it. A build would write this file; there is none here.
 *
 * @package ClusterReadyBlock
 */

return array(
	'dependencies' => array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n' ),
	'version'      => '0.1.0',
);
