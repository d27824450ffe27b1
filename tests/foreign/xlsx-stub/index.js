// Stands for the spreadsheet reader that @sdeverywhere/compile names and these models do not use: its package lies on another host.
module.exports = { set_fs() {} };
